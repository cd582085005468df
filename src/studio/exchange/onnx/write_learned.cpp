// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/attention.h"
#include "studio/exchange/onnx/write_layers.h"

#include <array>

namespace protomind {

namespace {

OnnxSizes pairSizes(const std::array<std::int64_t, 2>& pair) {
    return {pair[0], pair[1]};
}

/// Top, left, bottom, right.
OnnxSizes padsOf(const WindowPadding& padding) {
    return {padding.before[0], padding.before[1], padding.after[0], padding.after[1]};
}

OnnxGraph::Attributes windowAttributes(const Window& window, const WindowPadding& padding) {
    return {{"kernel_shape", pairSizes(window.size)},
            {"strides", pairSizes(window.stride)},
            {"pads", padsOf(padding)}};
}

/// What comes in, a kernel, and a bias where there is one.
OnnxGraph::Inputs withBiasOf(OnnxGraph& graph, std::string kernel) {
    OnnxGraph::Inputs inputs{graph.input(), std::move(kernel)};
    if (graph.layer().holds(VariableRole::Bias))
        inputs.push_back(graph.weights(VariableRole::Bias));
    return inputs;
}

} // namespace

void writeDense(OnnxGraph& graph) {
    if (graph.layer().input().rank() == 1) {
        writeActivation(graph,
                        graph.mainNode("Gemm", withBiasOf(graph, graph.weights(VariableRole::Kernel))));
        return;
    }
    std::string y = graph.mainNode("MatMul", {graph.input(), graph.weights(VariableRole::Kernel)});
    if (graph.layer().holds(VariableRole::Bias))
        y = graph.node("Add", {y, graph.weights(VariableRole::Bias)});
    writeActivation(graph, y);
}

/// Kernels there are [out, in of a group, height, width].
void writeConvolution(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    OnnxGraph::Attributes attributes = windowAttributes(windowOf(layer), windowPadding(layer));
    attributes.push_back({"dilations", pairSizes(windowOf(layer).dilation)});
    attributes.push_back(
        {"group", layer.has(FieldRole::Groups) ? layer.integer(FieldRole::Groups) : layer.input()[2]});
    const std::string kernel = graph.weights(VariableRole::Kernel, {3, 2, 0, 1});
    writeActivation(graph, graph.mainNode("Conv", withBiasOf(graph, kernel), attributes));
}

/// Kernels there are [in, out, height, width]. Where the stride is larger than the kernel, what lies behind
/// the last stamp is said as output_padding.
void writeTransposedConvolution(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const Window window = windowOf(layer);
    const WindowPadding padding = windowPadding(layer);
    OnnxSizes behind(2, 0);
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const int which = static_cast<int>(axis);
        const std::int64_t stamped = (layer.input()[which] - 1) * window.stride[axis] + window.size[axis];
        behind[axis] = layer.output()[which] - (stamped - padding.before[axis] - padding.after[axis]);
    }
    OnnxGraph::Attributes attributes = windowAttributes(window, padding);
    if (behind[0] > 0 || behind[1] > 0)
        attributes.push_back({"output_padding", behind});
    const std::string kernel = graph.weights(VariableRole::Kernel, {3, 2, 0, 1});
    writeActivation(graph, graph.mainNode("ConvTranspose", withBiasOf(graph, kernel), attributes));
}

/// Words come in as numbers like all that comes in.
void writeEmbedding(OnnxGraph& graph) {
    const std::string table = graph.weights(VariableRole::Embedding);
    const std::string words =
        graph.node("Cast", {graph.input()}, {{"to", static_cast<std::int64_t>(onnx::TensorProto::INT64)}});
    graph.mainNode("Gather", {table, words}, {{"axis", std::int64_t{0}}});
}

void writePosition(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    if (layer.holds(VariableRole::Position)) {
        graph.mainNode("Add", {graph.input(), graph.weights(VariableRole::Position)});
        return;
    }
    Graph own;
    const Node waves = sinusoidalPositions(own, layer.input()[0], layer.input()[1]);
    onnx::TensorProto& tensor = graph.floats("waves", onnxSizes(layer.input()));
    for (const float value : *waves.as<ConstantAttributes>().values)
        putFloat(*tensor.mutable_raw_data(), value);
    graph.mainNode("Add", {graph.input(), tensor.name()});
}

void writePool(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    OnnxGraph::Attributes attributes = windowAttributes(windowOf(layer), windowPadding(layer));
    const bool isMax = layer.is("max_pool");
    // A mean is that of the pixels inside the image.
    if (!isMax)
        attributes.push_back({"count_include_pad", std::int64_t{0}});
    graph.mainNode(isMax ? "MaxPool" : "AveragePool", {graph.input()}, attributes);
}

} // namespace protomind
