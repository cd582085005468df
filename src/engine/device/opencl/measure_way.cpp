// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/measure_way.h"

#include "engine/base/pulse.h"
#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/text/convolution_shape.h"
#include "engine/graph/build.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace protomind {

namespace {

/// Of each computing unit, in a run: half a millisecond of a good one.
constexpr std::int64_t kMultiplicationsOfUnit = 100'000'000;
/// A first run of kernels of our own that takes longer is given up. (A library's builds kernels.)
constexpr double kMostSeconds = 1;
constexpr double kSecondsOfWay = 0.015;
constexpr int kMostRuns = 5;

/// The same convolution of fewer samples.
struct FewerSamples {
    Graph graph;
    Kernel kernel;

    FewerSamples(const Kernel& whole, std::int64_t samples) {
        const ConvolutionShape shape(whole);
        const Shape image{samples, shape.image[1], shape.image[2], shape.image[3]};
        const Shape output{samples, shape.output[1], shape.output[2], shape.output[3]};
        const Op op = whole.node.op();
        const Node a = input(graph, "a", op == Op::ConvolutionInputGradient ? output : image);
        const Node b = input(graph, "b", op == Op::ConvolutionKernelGradient ? output : shape.weights);
        const ConvolutionAttributes& attributes = shape.attributes();
        const Node result = op == Op::Convolution ? convolution(a, b, attributes)
                            : op == Op::ConvolutionInputGradient
                                ? convolutionInputGradient(a, b, attributes, image)
                                : convolutionKernelGradient(a, b, attributes, shape.weights);
        kernel = {.node = result, .inputs = {0, 1}, .output = 2};
    }
};

std::int64_t samplesToMeasure(const Kernel& kernel, const KernelLimits& limits) {
    const ConvolutionShape shape(kernel);
    const std::int64_t samples = shape.image[0];
    const std::int64_t ofSample = std::max<std::int64_t>(1, shape.multiplications() / samples);
    const auto units = static_cast<std::int64_t>(limits.computeUnits);
    return std::clamp<std::int64_t>(units * kMultiplicationsOfUnit / ofSample, 1, samples);
}

class MeasuredStep {
public:
    MeasuredStep(OpenClQueue& queue, ConvolutionWay way, const Kernel& kernel)
        : m_queue(queue) {
        m_steps.push_back(
            makeConvolutionStep(way, kernel, {"measured", "measured"}, queue.hardware().limits));
        shareKernels(m_steps);
        m_steps[0]->build(queue.build(textOf(m_steps)));
        for (const Shape& shape :
             {kernel.node.input(0).shape(), kernel.node.input(1).shape(), kernel.node.shape()}) {
            const std::int64_t elements = shape.elementCount();
            m_places.push_back({queue.allocate(elements), 0});
            queue.commands().enqueueFillBuffer(m_places.back().memory, 0.5f, 0,
                                               static_cast<std::size_t>(elements) * sizeof(float));
        }
        m_scratch = queue.allocate(m_steps[0]->scratchElements());
        m_steps[0]->bind(m_places, m_scratch);
        queue.commands().finish();
    }

    /// A library may build its kernels in the first run, which may take it minutes.
    double firstSeconds() {
        const LongCall call;
        return seconds();
    }
    double seconds() {
        const auto begin = std::chrono::steady_clock::now();
        m_steps[0]->enqueue(m_queue.commands(), 0);
        m_queue.commands().finish();
        givePulse();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }

private:
    OpenClQueue& m_queue;
    OpenClSteps m_steps;
    std::vector<OpenClPlace> m_places;
    cl::Buffer m_scratch;
};

} // namespace

std::optional<double> secondsOfWay(OpenClQueue& queue, ConvolutionWay way, const Kernel& kernel) {
    try {
        const FewerSamples sample(kernel, samplesToMeasure(kernel, queue.hardware().limits));
        MeasuredStep step(queue, way, sample.kernel);
        if (const double first = step.firstSeconds(); first > kMostSeconds && way != ConvolutionWay::Columns)
            return std::nullopt;
        double least = step.seconds();
        double all = least;
        for (int run = 1; run < kMostRuns && all < kSecondsOfWay; ++run) {
            const double seconds = step.seconds();
            all += seconds;
            least = std::min(least, seconds);
        }
        return least;
    } catch (const cl::Error&) {
        return std::nullopt; // a device that refuses one way may take another
    }
}

} // namespace protomind
