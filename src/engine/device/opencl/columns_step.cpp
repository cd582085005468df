// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/matrix_product.h"
#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/text/columns_text.h"
#include "engine/device/opencl/text/convolution_shape.h"
#include "engine/device/opencl/text_kernel.h"

#include <algorithm>

namespace protomind {

namespace {

/// Patches take no more memory than this at a time.
constexpr std::int64_t kMostPatchFloats = 16 << 20;

/// As many samples as fit, so that all are done in equal parts.
std::int64_t samplesAtOnce(const ConvolutionShape& shape) {
    const std::int64_t samples = shape.image[0];
    const std::int64_t most = kMostPatchFloats / std::max<std::int64_t>(1, shape.positions() * shape.patch());
    for (std::int64_t parts = 1; parts <= samples; ++parts) {
        if (samples % parts == 0 && samples / parts <= most)
            return samples / parts;
    }
    return 1;
}

class ColumnsStep final : public OpenClStep {
public:
    ColumnsStep(const Kernel& kernel, const KernelTitle& title, const KernelLimits& limits)
        : m_shape(kernel)
        , m_op(kernel.node.op())
        , m_first(static_cast<std::size_t>(kernel.inputs[0]))
        , m_second(static_cast<std::size_t>(kernel.inputs[1]))
        , m_result(static_cast<std::size_t>(kernel.output))
        , m_samples(samplesAtOnce(m_shape)) {
        const KernelSource source =
            m_op == Op::ConvolutionInputGradient
                ? sumPatchesText(kernel, m_samples, title, limits)
                : gatherPatchesText(kernel, kernel.inputs[0], m_samples, title, limits);
        m_parts.assign(static_cast<std::size_t>(m_shape.image[0] / m_samples), TextKernel(source));
    }

    std::vector<KernelSource*> sources() override {
        std::vector<KernelSource*> all;
        for (TextKernel& part : m_parts)
            all.push_back(&part.source());
        return all;
    }
    StepMethod method() const override {
        return {.how =
                    m_op == Op::ConvolutionInputGradient
                        ? "as a product of matrices by the library CLBlast, whose rows a kernel adds up"
                        : "as a product of matrices by the library CLBlast, from rows that a kernel lays out",
                .library = kProductLibrary};
    }
    void build(const cl::Program& program) override {
        for (TextKernel& part : m_parts)
            part.build(program);
    }
    std::int64_t scratchElements() const override {
        return static_cast<std::int64_t>(m_parts.front().source().partialElements);
    }
    void bind(std::span<const OpenClPlace> values, const cl::Buffer& scratch) override {
        m_firstPlace = values[m_first];
        m_secondPlace = values[m_second];
        m_resultPlace = values[m_result];
        m_patches = {scratch, 0};
        std::vector<OpenClPlace> shifted(values.begin(), values.end());
        const std::size_t image = m_op == Op::ConvolutionInputGradient ? m_result : m_first;
        for (TextKernel& part : m_parts) {
            part.bind(shifted, scratch);
            shifted[image].begin += m_samples * m_shape.image.elementCount() / m_shape.image[0];
        }
    }
    void enqueue(cl::CommandQueue& queue, std::uint64_t run) override {
        const std::int64_t rows = m_samples * m_shape.positions();
        const std::int64_t outputs = m_shape.weights[3];
        OpenClPlace output = m_op == Op::Convolution                ? m_resultPlace
                             : m_op == Op::ConvolutionInputGradient ? m_firstPlace
                                                                    : m_secondPlace;
        for (std::size_t part = 0; part < m_parts.size(); ++part) {
            if (m_op == Op::ConvolutionInputGradient) {
                enqueueProduct(queue, {.m = rows, .n = m_shape.patch(), .k = outputs, .transposeRight = true},
                               output, m_secondPlace, m_patches);
                m_parts[part].enqueue(queue, run);
            } else {
                m_parts[part].enqueue(queue, run);
                if (m_op == Op::Convolution)
                    enqueueProduct(queue, {.m = rows, .n = outputs, .k = m_shape.patch()}, m_patches,
                                   m_secondPlace, output);
                else
                    enqueueProduct(queue,
                                   {.m = m_shape.patch(),
                                    .n = outputs,
                                    .k = rows,
                                    .transposeLeft = true,
                                    .accumulate = part > 0},
                                   m_patches, output, m_resultPlace);
            }
            output.begin += rows * outputs;
        }
    }

private:
    ConvolutionShape m_shape;
    Op m_op;
    std::size_t m_first, m_second, m_result;
    std::int64_t m_samples;
    std::vector<TextKernel> m_parts; ///< one for each part of the samples
    OpenClPlace m_firstPlace, m_secondPlace, m_resultPlace, m_patches;
};

} // namespace

bool columnsFit(const Kernel& kernel) {
    const ConvolutionShape shape(kernel);
    const std::int64_t patches = shape.positions() * shape.patch();
    return shape.attributes().groups == 1 && patches > 0 && patches <= kMostPatchFloats &&
           shape.multiplications() > 0;
}

std::unique_ptr<OpenClStep> makeColumnsStep(const Kernel& kernel, const KernelTitle& title,
                                            const KernelLimits& limits) {
    return std::make_unique<ColumnsStep>(kernel, title, limits);
}

} // namespace protomind
