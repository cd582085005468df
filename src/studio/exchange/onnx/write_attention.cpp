// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_layers.h"

#include <fmt/format.h>

#include <cmath>

namespace protomind {

namespace {

/// [steps, steps]: 0 where the column is not after the row, else far below every score. One for all layers
/// with so many steps.
std::string futureMask(OnnxGraph& graph, std::int64_t steps) {
    const std::string what = fmt::format("future of {} steps", steps);
    if (const std::string* there = graph.shared(what))
        return *there;
    onnx::TensorProto& tensor = graph.floats("future", {steps, steps});
    std::string& bytes = *tensor.mutable_raw_data();
    bytes.reserve(static_cast<std::size_t>(steps * steps) * sizeof(float));
    for (std::int64_t row = 0; row < steps; ++row)
        for (std::int64_t column = 0; column < steps; ++column)
            putFloat(bytes, column > row ? -1e9f : 0.0f);
    graph.share(what, tensor.name());
    return tensor.name();
}

} // namespace

/// As in engine/nn/layers/attention.cpp: queries, keys and values of all heads by one matrix; scores, their
/// softmax, and the means of the values; then the heads side by side, and the second matrix.
void writeAttention(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const std::int64_t features = layer.input()[1];
    const std::int64_t heads = layer.integer(FieldRole::Heads);
    const std::int64_t size = features / heads;
    const std::string product =
        graph.node("MatMul", {graph.input(), graph.weights(VariableRole::Kernel)}, {}, "projections");
    const std::string projections =
        graph.node("Add", {product, graph.weights(VariableRole::Bias)}, {}, "projections");
    const auto parts = graph.nodeOfSeveral("Split", {projections}, 3, {{"axis", std::int64_t{-1}}});
    const std::string byHeads = graph.wholeNumbers("heads", {0, 0, heads, size});
    const auto ofHeads = [&](std::size_t part, const OnnxSizes& order, const std::string& what) {
        const std::string apart = graph.node("Reshape", {parts[part], byHeads}, {}, what);
        return graph.node("Transpose", {apart}, {{"perm", order}}, what);
    };
    const std::string queries = ofHeads(0, {0, 2, 1, 3}, "queries");
    const std::string keys = ofHeads(1, {0, 2, 3, 1}, "keys");
    const std::string values = ofHeads(2, {0, 2, 1, 3}, "values");

    std::string scores = graph.node("MatMul", {queries, keys}, {}, "scores");
    const float scale = 1.0f / std::sqrt(static_cast<float>(size));
    scores = graph.node("Mul", {scores, graph.number("scale", scale)}, {}, "scores");
    if (layer.boolean(FieldRole::Causal))
        scores = graph.node("Add", {scores, futureMask(graph, layer.input()[0])}, {}, "scores");
    const std::string weights = graph.mainNode("Softmax", {scores}, {{"axis", std::int64_t{-1}}});
    const std::string seen = graph.node("MatMul", {weights, values}, {}, "seen");

    const std::string bySteps = graph.node("Transpose", {seen}, {{"perm", OnnxSizes{0, 2, 1, 3}}}, "seen");
    const std::string together =
        graph.node("Reshape", {bySteps, graph.wholeNumbers("shape", {0, 0, features})}, {}, "seen");
    const std::string result =
        graph.node("MatMul", {together, graph.weights(VariableRole::OutputKernel)}, {}, "output");
    graph.node("Add", {result, graph.weights(VariableRole::OutputBias)}, {}, "output");
}

} // namespace protomind
