// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind::onnxread {

namespace {

/// Whether the layer before has a field for this activation and none so far.
bool takesActivation(Reading& reading, const Value& value, const OnnxNode& node) {
    const MadeLayer& layer = reading.layer(value.layer);
    const bool learns = layer.type->name == "dense" || layer.type->name.ends_with("convolution");
    return learns && !layer.isAffine && reading.mayJoin(value, node) &&
           reading.has(value.layer, FieldRole::Activation, std::string("linear"));
}

void readParametric(Reading& reading, const OnnxNode& node, const std::string& function, double parameter) {
    Value value = reading.value(node);
    addActivation(reading, value, node, function, plainNumber(parameter));
    reading.give(node, std::move(value));
}

/// The axes along which it sums up to 1: since opset 13 a single one, before that all from one on.
std::vector<int> softmaxAxes(const Reading& reading, const OnnxNode& node, int rank) {
    if (reading.opset() >= 13)
        return {axisOf(node, node.integer("axis", -1), rank)};
    std::vector<int> axes(static_cast<std::size_t>(rank - axisOf(node, node.integer("axis", 1), rank)));
    std::iota(axes.begin(), axes.end(), rank - static_cast<int>(axes.size()));
    return axes;
}

} // namespace

void addActivation(Reading& reading, Value& value, const OnnxNode& node, const std::string& function,
                   double parameter) {
    const bool usual = parameter == findActivation(function)->defaultParameter;
    if (usual && takesActivation(reading, value, node)) {
        reading.change(value.layer, FieldRole::Activation, function, node.where());
        return;
    }
    reading.settled(value, node);
    Settings settings{{"function", function}};
    if (function == "leaky_relu")
        settings["slope"] = parameter;
    if (function == "elu")
        settings["alpha"] = parameter;
    reading.addBehind(value, "activation", std::move(settings), node);
}

void readFunction(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    std::string name = node.operation;
    std::ranges::transform(name, name.begin(), [](char letter) { return static_cast<char>(letter | 0x20); });
    addActivation(reading, value, node, name);
    reading.give(node, std::move(value));
}

void readLeakyRelu(Reading& reading, const OnnxNode& node) {
    readParametric(reading, node, "leaky_relu", node.real("alpha", 0.01));
}

void readElu(Reading& reading, const OnnxNode& node) {
    const double alpha = node.real("alpha", 1.0);
    if (node.operation == "Celu" && alpha != 1.0)
        refuseNode(node, "only with an alpha of 1 is there such an activation here.");
    readParametric(reading, node, "elu", alpha);
}

void readPRelu(Reading& reading, const OnnxNode& node) {
    const auto slope = singleNumber(*reading.needConstant(node, 1, "slope"));
    if (!slope)
        refuseNode(node, "each channel has a slope of its own; an activation here has a single one.");
    readParametric(reading, node, "leaky_relu", *slope);
}

void readClip(Reading& reading, const OnnxNode& node) {
    std::optional<double> least;
    std::optional<double> most;
    if (node.has("min"))
        least = node.real("min", 0);
    if (node.has("max"))
        most = node.real("max", 0);
    if (node.hasInput(1))
        least = singleNumber(*reading.needConstant(node, 1, "min"));
    if (node.hasInput(2))
        most = singleNumber(*reading.needConstant(node, 2, "max"));
    constexpr double kLargest = 3.4e38;
    const bool open = !most || *most >= kLargest;
    if (open && (!least || *least <= -kLargest)) {
        reading.give(node, reading.value(node));
        return;
    }
    if (!open || *least != 0)
        refuseNode(node,
                   "there is no activation here that cuts numbers off at both ends, or elsewhere than at 0.");
    Value value = reading.value(node);
    addActivation(reading, value, node, "relu");
    reading.give(node, std::move(value));
}

void readGelu(Reading& reading, const OnnxNode& node) {
    if (node.text("approximate", "none") != "none")
        refuseNode(node, "it is approximated by tanh; the one here is exact.");
    Value value = reading.value(node);
    addActivation(reading, value, node, "gelu");
    reading.give(node, std::move(value));
}

void readSoftmax(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const std::vector<int> axes = softmaxAxes(reading, node, value.axes.rank());
    const bool wasShaped = value.reshaped;
    const int before = value.layer;
    reading.settled(value, node);
    // The order along the axis makes no difference.
    static_cast<void>(reading.channels(value, axes, node));
    if (before != value.layer && wasShaped)
        value.reshaped = false;
    addActivation(reading, value, node, "softmax");
    reading.give(node, std::move(value));
}

void readLogSoftmax(Reading& reading, const OnnxNode& node) {
    const std::string& name = node.outputs.at(0);
    if (name != reading.graph().output || reading.uses(name) != 1)
        refuseNode(node, "there is no such activation here, but where the network ends.");
    readSoftmax(reading, node);
    reading.note(Fate::Changed, "LogSoftmax",
                 "the network gives probabilities here; in the file it gives their logarithms");
}

/// Outside of training it lets everything pass.
void readDropout(Reading& reading, const OnnxNode& node) {
    double rate = node.real("ratio", 0.5);
    if (node.hasInput(1))
        rate = singleNumber(*reading.needConstant(node, 1, "ratio")).value_or(0.5);
    if (node.hasInput(2) && singleNumber(*reading.needConstant(node, 2, "training_mode")).value_or(0) != 0)
        refuseNode(node, "it is to drop numbers when the network is used, too.");
    if (node.hasOutput(1) && reading.uses(node.outputs[1]) > 0)
        refuseNode(node, "which numbers it has dropped is used elsewhere.");
    Value value = reading.value(node);
    reading.settled(value, node);
    constexpr double kLargestRate = 0.95;
    if (rate > kLargestRate)
        reading.note(Fate::Changed, "Dropout", "a rate above 0.95 becomes 0.95");
    reading.addBehind(value, "dropout", {{"rate", plainNumber(std::clamp(rate, 0.0, kLargestRate))}}, node);
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
