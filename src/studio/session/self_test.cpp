// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/self_test.h"

#include "engine/base/random.h"
#include "engine/device/reference/reference_device.h"
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/program/compile.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kTolerance = 1e-4;

/// Something of every kind that training needs: a convolution, pooling, a product, a softmax and gradients.
Computation selfTest() {
    Computation computation;
    Graph& graph = *computation.graph;
    RandomStream random(1);
    const auto numbers = [&](const Shape& shape) {
        std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
        std::ranges::generate(values, [&random] { return random.normal(); });
        return constant(graph, shape, std::move(values));
    };
    const Node image = numbers({4, 12, 12, 3});
    const Node kernel = numbers({3, 3, 3, 8});
    const Node weights = numbers({5 * 5 * 8, 10});
    const ConvolutionAttributes attributes;
    const Node features = relu(convolution(image, kernel, attributes));
    const Node pooled = maxPool(features, PoolAttributes{});
    const Node flat = reshape(pooled, {4, 5 * 5 * 8});
    const Node probabilities = softmax(matmul(flat, weights) * 0.05f);
    const Node backward = reshape(matmul(probabilities, weights, false, true), pooled.shape());
    const Node spread = maxPoolGradient(features, backward, PoolAttributes{});
    computation.outputs = {
        {"probabilities", probabilities},
        {"kernel gradient", convolutionKernelGradient(image, spread, attributes, kernel.shape())},
        {"image gradient", convolutionInputGradient(spread, kernel, attributes, image.shape())}};
    return computation;
}

Result<std::vector<HostArray>> compute(Device& device) {
    const Computation computation = selfTest();
    auto program = compile(computation);
    if (!program)
        return std::unexpected(program.error());
    auto executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    if (auto run = (*executable)->run(0); !run)
        return std::unexpected(run.error());
    std::vector<HostArray> results;
    for (const Computation::Output& output : computation.outputs)
        results.push_back(read((*executable)->output(output.name)));
    if (auto sound = device.check(); !sound)
        return std::unexpected(sound.error());
    return results;
}

double largestError(const HostArray& found, const HostArray& wanted) {
    double scale = 1e-6;
    double error = 0;
    for (std::size_t i = 0; i < wanted.values.size(); ++i) {
        scale = std::max(scale, std::abs(double{wanted.values[i]}));
        const double difference = std::abs(double{found.values[i]} - double{wanted.values[i]});
        error = difference <= error ? error : difference; // NaN wins
    }
    return error / scale;
}

} // namespace

SelfTest testDevice(Device& device) {
    SelfTest result;
    const auto found = compute(device);
    if (!found) {
        result.sentence = found.error().text();
        return result;
    }
    const auto wanted = compute(*makeReferenceDevice());
    require(wanted.has_value(), "testDevice: the reference device failed");
    for (std::size_t i = 0; i < wanted->size(); ++i) {
        const double error = largestError((*found)[i], (*wanted)[i]);
        result.largestError = error <= result.largestError ? result.largestError : error;
    }
    result.passed = result.largestError <= kTolerance;
    result.sentence = result.passed
                          ? "Computes a small network, forward and backward, as it should."
                          : "Its numbers differ from those of plain loops: do not trust its results.";
    return result;
}

} // namespace protomind
