// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_layers.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// The order that ONNX has the gates in.
std::vector<AxisPart> onnxGates(const LayerView& layer) {
    if (layer.is("lstm"))
        return {AxisPart::InputGate, AxisPart::OutputGate, AxisPart::ForgetGate, AxisPart::Candidate};
    if (layer.is("gru"))
        return {AxisPart::UpdateGate, AxisPart::ResetGate, AxisPart::Candidate};
    return {};
}

/// Where the gates are here, in the order that ONNX has them in; a single 0 where there is but one matrix.
OnnxSizes gateOrder(const LayerView& layer) {
    const std::vector<AxisPart>& ours = layer.variable(VariableRole::Bias).axes[0].parts;
    OnnxSizes order;
    for (const AxisPart gate : onnxGates(layer))
        order.push_back(std::ranges::find(ours, gate) - ours.begin());
    return order.empty() ? OnnxSizes{0} : order;
}

/// A matrix [rows, gates × units] (or a bias, as a single row) as [gates × units, rows].
void putByGates(std::string& bytes, const HostArray& array, const OnnxSizes& order) {
    const std::int64_t columns = array.shape.back(0);
    const std::int64_t rows = array.shape.elementCount() / columns;
    const std::int64_t units = columns / std::ssize(order);
    for (const std::int64_t gate : order)
        for (std::int64_t unit = 0; unit < units; ++unit)
            for (std::int64_t row = 0; row < rows; ++row)
                putFloat(bytes, array.values[static_cast<std::size_t>(row * columns + gate * units + unit)]);
}

std::string writeKernels(OnnxGraph& graph, VariableRole role, std::int64_t directions) {
    const LayerView& layer = graph.layer();
    const Shape shape = layer.variable(role).shape();
    onnx::TensorProto& tensor = graph.floats(layer.variable(role).name, {directions, shape[1], shape[0]});
    tensor.mutable_raw_data()->reserve(static_cast<std::size_t>(directions * shape.elementCount()) *
                                       sizeof(float));
    for (std::int64_t direction = 0; direction < directions; ++direction)
        putByGates(*tensor.mutable_raw_data(), layer.values(role, direction == 1), gateOrder(layer));
    return tensor.name();
}

/// The biases of what comes in and of what is remembered, one behind the other.
std::string writeBiases(OnnxGraph& graph, std::int64_t directions) {
    const LayerView& layer = graph.layer();
    const std::int64_t width = layer.variable(VariableRole::Bias).shape()[0];
    onnx::TensorProto& tensor =
        graph.floats(layer.variable(VariableRole::Bias).name, {directions, 2 * width});
    for (std::int64_t direction = 0; direction < directions; ++direction) {
        const bool backward = direction == 1;
        std::string& bytes = *tensor.mutable_raw_data();
        putByGates(bytes, layer.values(VariableRole::Bias, backward), gateOrder(layer));
        if (layer.holds(VariableRole::RecurrentBias))
            putByGates(bytes, layer.values(VariableRole::RecurrentBias, backward), gateOrder(layer));
        else
            bytes.append(static_cast<std::size_t>(width) * sizeof(float), '\0');
    }
    return tensor.name();
}

OnnxGraph::Attributes recurrentAttributes(const LayerView& layer, std::int64_t directions) {
    OnnxGraph::Attributes attributes{
        {"hidden_size", layer.integer(FieldRole::OutputSize)},
        {"direction", std::string(directions == 2 ? "bidirectional" : "forward")}};
    if (layer.is("rnn"))
        attributes.push_back(
            {"activations", std::vector<std::string>(static_cast<std::size_t>(directions),
                                                     layer.activation() == "relu" ? "Relu" : "Tanh")});
    if (layer.is("gru"))
        attributes.push_back({"linear_before_reset", std::int64_t{1}});
    return attributes;
}

} // namespace

/// There steps come first, then samples: [T, N, F]. A recurrent op gives [T, directions, N, H], and what it
/// remembers at its end as [directions, N, H]. (Its attribute layout, which has samples first, is one that
/// few runtimes know.)
void writeRecurrent(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const std::int64_t directions = layer.boolean(FieldRole::BothDirections) ? 2 : 1;
    const bool everyStep = layer.choice(FieldRole::EveryStep) == "every_step";
    const std::string steps = graph.node("Transpose", {graph.input()}, {{"perm", OnnxSizes{1, 0, 2}}});
    const std::string op = layer.is("lstm") ? "LSTM" : layer.is("gru") ? "GRU" : "RNN";
    const std::string kernel = writeKernels(graph, VariableRole::Kernel, directions);
    const std::string recurrent = writeKernels(graph, VariableRole::RecurrentKernel, directions);
    const std::string bias = writeBiases(graph, directions);
    const std::string y = graph.mainNode(op, {steps, kernel, recurrent, bias},
                                         recurrentAttributes(layer, directions), everyStep ? 0 : 1);
    if (directions == 1) {
        const std::string squeezed =
            graph.node("Squeeze", {y, graph.wholeNumbers("axes", {everyStep ? 1 : 0})});
        if (everyStep)
            graph.node("Transpose", {squeezed}, {{"perm", OnnxSizes{1, 0, 2}}});
        return;
    }
    const std::string bySample =
        graph.node("Transpose", {y}, {{"perm", everyStep ? OnnxSizes{2, 0, 1, 3} : OnnxSizes{1, 0, 2}}});
    const std::int64_t width = layer.output().back(0);
    graph.node("Reshape", {bySample, graph.wholeNumbers("shape", everyStep ? OnnxSizes{0, 0, width}
                                                                           : OnnxSizes{0, width})});
}

} // namespace protomind
