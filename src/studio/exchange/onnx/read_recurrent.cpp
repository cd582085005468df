// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>

namespace protomind::onnxread {

namespace {

/// How a recurrent operator has its gates, and which layer it is.
struct RecurrentOperator {
    const char* operation;
    const char* layer;
    std::vector<AxisPart> gates;
    std::vector<std::string> functions; ///< of one direction
};

const RecurrentOperator& recurrentOperator(const OnnxNode& node) {
    static const std::vector<RecurrentOperator> all{
        {"LSTM",
         "lstm",
         {AxisPart::InputGate, AxisPart::OutputGate, AxisPart::ForgetGate, AxisPart::Candidate},
         {"Sigmoid", "Tanh", "Tanh"}},
        {"GRU", "gru", {AxisPart::UpdateGate, AxisPart::ResetGate, AxisPart::Candidate}, {"Sigmoid", "Tanh"}},
        {"RNN", "rnn", {}, {"Tanh"}}};
    const auto found = std::ranges::find(all, node.operation, &RecurrentOperator::operation);
    require(found != all.end(), "recurrentOperator: no such operator");
    return *found;
}

bool isZero(const ConstantPtr& constant) {
    return constant != nullptr && singleNumber(*constant) == 0.0;
}

/// What no layer here can do.
void checkRecurrent(Reading& reading, const OnnxNode& node, const Value& value, int steps) {
    if (node.has("clip"))
        refuseNode(node, "it cuts off what its gates see.");
    if (node.integer("input_forget", 0) != 0)
        refuseNode(node, "its input gate and its forget gate are one.");
    if (node.hasInput(4)) {
        const auto length = singleNumber(*reading.needConstant(node, 4, "lengths"));
        if (length != static_cast<double>(value.axes.size(steps, reading.batch())))
            refuseNode(node, "its sequences are of different lengths.");
    }
    for (std::size_t index = 5; index < node.inputs.size(); ++index)
        if (node.hasInput(index) && !isZero(reading.constantInput(node, index)))
            refuseNode(
                node,
                "it begins with something remembered, or its gates see what is remembered (peepholes).");
    if (node.hasOutput(2) && reading.uses(node.outputs[2]) > 0)
        refuseNode(node, "the state of its cells is used elsewhere.");
}

/// The function of an RNN; of the others those that are usual alone.
std::string functionOf(const OnnxNode& node, const RecurrentOperator& kind, std::int64_t directions) {
    if (!node.has("activations"))
        return "tanh";
    const nlohmann::json& given = node.attributes.at("activations");
    const std::size_t count = kind.functions.size();
    if (!given.is_array() || given.size() != count * static_cast<std::size_t>(directions))
        refuseNode(node, "it has another number of activations than it needs.");
    const bool isRnn = kind.gates.empty();
    for (std::size_t i = 0; i < given.size(); ++i) {
        const bool usual = given[i] == kind.functions[i % count];
        if (!usual && !(isRnn && given[i] == given[0] && given[0] == "Relu"))
            refuseNode(node, "it has other activations than the layer here.");
    }
    return isRnn && given[0] == "Relu" ? "relu" : "tanh";
}

/// The part of a direction, [rows, columns] as [columns, rows] with the gates in the layer's order.
HostArray kernelOfDirection(const HostArray& all, std::int64_t direction, const RecurrentOperator& kind,
                            const VariableAxis& axis) {
    HostArray part = partOf(all, 0, direction, all.shape[0]);
    part.shape = Shape{all.shape[1], all.shape[2]};
    HostArray kernel = permuted(part, std::array{1, 0});
    return kind.gates.empty() ? kernel : partsReordered(kernel, 1, kind.gates, axis.parts);
}

HostArray sum(HostArray a, const HostArray& b) {
    // A sum with zeros could turn -0 into 0.
    for (std::size_t i = 0; i < a.values.size(); ++i)
        if (b.values[i] != 0)
            a.values[i] += b.values[i];
    return a;
}

struct Weights {
    HostArray kernel;    ///< [directions, gates × units, features]
    HostArray recurrent; ///< [directions, gates × units, units]
    HostArray bias;      ///< [directions, 2 × gates × units]
};

Weights weightsOf(Reading& reading, const OnnxNode& node, const RecurrentOperator& kind,
                  std::int64_t directions, std::int64_t features) {
    Weights weights{.kernel = arrayOf(*reading.needConstant(node, 1, "kernel"), node),
                    .recurrent = arrayOf(*reading.needConstant(node, 2, "recurrent kernel"), node),
                    .bias = {}};
    const std::int64_t gates = std::max<std::int64_t>(std::ssize(kind.gates), 1);
    const Shape& recurrent = weights.recurrent.shape;
    const Shape& kernel = weights.kernel.shape;
    const std::int64_t units = recurrent.rank() == 3 ? recurrent[2] : 0;
    const bool fits = recurrent.rank() == 3 && kernel.rank() == 3 && recurrent[0] == directions &&
                      kernel[0] == directions && recurrent[1] == gates * units &&
                      kernel[1] == gates * units && kernel[2] == features;
    if (!fits || node.integer("hidden_size", units) != units)
        refuseNode(node, sentence("its kernels of {} and {} don't fit each other and what comes in.",
                                  weights.kernel.shape.text(), recurrent.text()));
    weights.bias = HostArray(Shape{directions, 2 * gates * units});
    if (node.hasInput(3)) {
        weights.bias = arrayOf(*reading.needConstant(node, 3, "bias"), node);
        if (weights.bias.shape != Shape{directions, 2 * gates * units})
            refuseNode(node, "its bias does not fit its kernels.");
    }
    return weights;
}

void setWeights(Reading& reading, const OnnxNode& node, int layer, const RecurrentOperator& kind,
                const Weights& weights) {
    const MadeLayer& made = reading.layer(layer);
    const std::vector<LayerVariable> variables = made.type->variables(made.settings, made.inputs);
    const VariableAxis columns = findVariable(variables, VariableRole::Kernel)->axes[1];
    const bool apart = findVariable(variables, VariableRole::RecurrentBias) != nullptr;
    for (std::int64_t direction = 0; direction < weights.kernel.shape[0]; ++direction) {
        const bool backward = direction == 1;
        reading.set(layer, VariableRole::Kernel, kernelOfDirection(weights.kernel, direction, kind, columns),
                    node.where(), backward);
        reading.set(layer, VariableRole::RecurrentKernel,
                    kernelOfDirection(weights.recurrent, direction, kind, columns), node.where(), backward);
        HostArray both = partOf(weights.bias, 0, direction, weights.bias.shape[0]);
        both.shape = Shape{both.shape[1]};
        std::array<HostArray, 2> biases{partOf(both, 0, 0, 2), partOf(both, 0, 1, 2)};
        if (!kind.gates.empty())
            for (HostArray& bias : biases)
                bias = partsReordered(bias, 0, kind.gates, columns.parts);
        if (apart) {
            reading.set(layer, VariableRole::Bias, biases[0], node.where(), backward);
            reading.set(layer, VariableRole::RecurrentBias, biases[1], node.where(), backward);
        } else {
            reading.set(layer, VariableRole::Bias, sum(biases[0], biases[1]), node.where(), backward);
        }
    }
}

/// The reset gate before the product makes no difference where nothing is remembered yet.
void checkReset(const OnnxNode& node, const Weights& weights, std::int64_t steps) {
    if (node.operation != "GRU" || node.integer("linear_before_reset", 0) != 0)
        return;
    const std::int64_t half = weights.bias.shape[1] / 2;
    bool plain = steps == 1;
    for (std::int64_t i = 0; i < weights.bias.shape[0] * half; ++i)
        plain = plain &&
                weights.bias.values[static_cast<std::size_t>(i / half * 2 * half + half + i % half)] == 0;
    if (!plain)
        refuseNode(node, "it resets what it remembers before it multiplies; the layer here does that after.");
}

/// What the operator gives, [steps, directions, samples, units] with every step, else without the steps.
Axes recurrentAxes(const Shape& output, std::int64_t directions, bool everyStep, bool samplesFirst) {
    const std::int64_t units = output.back(0) / directions;
    Axes axes = Axes::of(everyStep ? Shape{output[0], directions, units} : Shape{directions, units});
    if (everyStep)
        axes.transpose(samplesFirst ? std::array{0, 1, 2, 3} : std::array{1, 2, 0, 3});
    else if (!samplesFirst)
        axes.transpose(std::array{1, 0, 2});
    return axes;
}

} // namespace

void readRecurrent(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const RecurrentOperator& kind = recurrentOperator(node);
    const bool samplesFirst = node.integer("layout", 0) != 0;
    const int steps = samplesFirst ? 1 : 0;
    const std::string direction = node.text("direction", "forward");
    if (direction != "forward" && direction != "bidirectional")
        refuseNode(node,
                   "it reads from the end alone; the layers here read from the beginning, or both ways.");
    if (value.axes.rank() != 3 || !value.axes.isBatch(1 - steps))
        refuseNode(node, "what comes in is no batch of sequences.");
    checkRecurrent(reading, node, value, steps);
    reading.arranged(value, std::array{steps, 2}, node);
    const std::int64_t directions = direction == "bidirectional" ? 2 : 1;
    const std::int64_t features = value.axes.size(2, 1);
    const Weights weights = weightsOf(reading, node, kind, directions, features);
    checkReset(node, weights, value.axes.size(steps, 1));
    const bool everyStep = node.hasOutput(0) && reading.uses(node.outputs[0]) > 0;
    if (everyStep && node.hasOutput(1) && reading.uses(node.outputs[1]) > 0)
        refuseNode(node, "both every step and the last one are used; a layer here gives one of these.");
    Settings settings{{"units", weights.recurrent.shape[2]},
                      {"both_directions", directions == 2},
                      {"result", std::string(everyStep ? "every_step" : "last_step")}};
    const std::string function = functionOf(node, kind, directions);
    if (kind.gates.empty())
        settings["activation"] = function;
    reading.addBehind(value, kind.layer, std::move(settings), node);
    setWeights(reading, node, value.layer, kind, weights);
    value.axes = recurrentAxes(reading.layer(value.layer).output, directions, everyStep, samplesFirst);
    reading.give(node, std::move(value), everyStep ? 0 : 1);
}

} // namespace protomind::onnxread
