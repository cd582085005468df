// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>

namespace protomind::onnxread {

namespace {

constexpr std::size_t kMostInputs = 1000;

/// All inputs; none of them known from the file.
std::vector<Value> valuesOf(Reading& reading, const OnnxNode& node) {
    if (node.inputs.size() > kMostInputs)
        refuseNode(node, "it has too many inputs.");
    std::vector<Value> values;
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
        values.push_back(reading.value(node, i));
        reading.settled(values.back(), node);
    }
    if (values.empty())
        refuseNode(node, "it has no inputs.");
    return values;
}

std::vector<int> layersOf(const std::vector<Value>& values) {
    std::vector<int> layers;
    for (const Value& value : values)
        layers.push_back(value.layer);
    return layers;
}

/// Makes the layers give numbers in the same order, where they don't.
void align(Reading& reading, const OnnxNode& node, std::vector<Value>& values) {
    const auto same = [&](const Value& value) {
        return value.axes == values[0].axes &&
               reading.layer(value.layer).output == reading.layer(values[0].layer).output;
    };
    if (std::ranges::all_of(values, same))
        return;
    const int rank = values[0].axes.rank();
    static const std::array<std::vector<int>, 3> orders{{{1}, {1, 2}, {2, 3, 1}}};
    for (Value& value : values) {
        if (value.axes.rank() != rank || rank < 2 || rank > 4 || !value.axes.isBatch(0))
            refuseNode(node, "its inputs are not of the same sizes.");
        reading.arranged(value, orders[static_cast<std::size_t>(rank) - 2], node);
    }
    if (!std::ranges::all_of(values, same))
        refuseNode(node, "its inputs are not of the same sizes.");
}

/// Products of products that a single layer was written as become that layer again.
bool joinsProduct(Reading& reading, const OnnxNode& node, const Value& first,
                  const std::vector<int>& sources) {
    const MadeLayer& before = reading.layer(first.layer);
    return reading.isOwnFile() && first.alone && before.type->name == "multiply" && sources.size() == 2 &&
           node.operation == "Mul" && before.fileName.starts_with(node.label() + "/");
}

/// first: whose axes the result has.
void addMerging(Reading& reading, const OnnxNode& node, Value first, const std::vector<int>& sources,
                const char* type) {
    if (joinsProduct(reading, node, first, sources)) {
        reading.extend(first.layer, sources[1], node);
    } else {
        reading.addBehind(first, type, {}, node, sources);
        reading.layer(first.layer).only = false;
    }
    reading.give(node, std::move(first));
}

bool isScalesChannels(const Value& first, const Value& other, std::int64_t batch, int& channelAxis) {
    if (first.axes.rank() != other.axes.rank() || first.axes.rank() < 3 || !other.axes.isBatch(0))
        return false;
    const std::vector<std::int64_t> sizes = other.axes.sizes(batch);
    int found = 0;
    for (int axis = 1; axis < other.axes.rank(); ++axis)
        if (sizes[static_cast<std::size_t>(axis)] != 1)
            found = found == 0 ? axis : -1;
    channelAxis = found;
    return found > 0 && sizes != first.axes.sizes(batch) &&
           sizes[static_cast<std::size_t>(found)] == first.axes.size(found, batch);
}

/// A list that has a number for each channel of the first.
void readGate(Reading& reading, const OnnxNode& node, Value first, Value gate, int axis) {
    reading.settled(first, node);
    const Channels channels = reading.channels(first, std::array{axis}, node);
    if (!channels.order.empty() || !gate.axes.inOrder(std::array{axis}))
        refuseNode(node, "its factors are no channels in their order.");
    reading.shaped(gate, Shape{channels.count}, node);
    const std::vector<int> sources{first.layer, gate.layer};
    addMerging(reading, node, std::move(first), sources, "multiply");
}

} // namespace

void readAdd(Reading& reading, const OnnxNode& node) {
    const bool firstKnown = reading.constantInput(node, 0) != nullptr;
    const bool isConstant = firstKnown || reading.constantInput(node, 1) != nullptr;
    if (node.inputs.size() == 1 && !firstKnown) {
        reading.give(node, reading.value(node));
        return;
    }
    if (node.inputs.size() == 2 && isConstant) {
        Value value = reading.value(node, firstKnown ? 1 : 0);
        addAffine(reading, value, node, *reading.needConstant(node, firstKnown ? 0 : 1, "summand"), false);
        reading.give(node, std::move(value));
        return;
    }
    std::vector<Value> values = valuesOf(reading, node);
    align(reading, node, values);
    addMerging(reading, node, values[0], layersOf(values), "add");
}

void readMul(Reading& reading, const OnnxNode& node) {
    if (node.inputs.size() != 2)
        refuseNode(node, "it has another number of inputs than two.");
    for (const std::size_t which : {0U, 1U}) {
        const ConstantPtr factor = reading.constantInput(node, which);
        if (factor == nullptr)
            continue;
        Value value = reading.value(node, 1 - which);
        addAffine(reading, value, node, *factor, true);
        reading.give(node, std::move(value));
        return;
    }
    Value first = reading.value(node, 0);
    Value second = reading.value(node, 1);
    int axis = 0;
    if (isScalesChannels(first, second, reading.batch(), axis)) {
        readGate(reading, node, std::move(first), std::move(second), axis);
        return;
    }
    if (isScalesChannels(second, first, reading.batch(), axis)) {
        readGate(reading, node, std::move(second), std::move(first), axis);
        return;
    }
    std::vector<Value> values = valuesOf(reading, node);
    align(reading, node, values);
    addMerging(reading, node, values[0], layersOf(values), "multiply");
}

namespace {

/// The number itself made negative, or one divided by it.
Constant inverted(const Constant& constant, const OnnxNode& node, bool divides) {
    Constant result{.sizes = constant.sizes, .whole = false};
    result.reals = arrayOf(constant, node).values;
    for (float& number : result.reals) {
        if (divides && number == 0)
            refuseNode(node, "it divides by zero.");
        number = divides ? 1 / number : -number;
    }
    return result;
}

const Constant& one() {
    static const Constant minus{.sizes = {}, .whole = false, .reals = {-1.0f}};
    return minus;
}

} // namespace

void readSub(Reading& reading, const OnnxNode& node) {
    if (const ConstantPtr from = reading.constantInput(node, 0)) {
        Value value = reading.value(node, 1);
        addAffine(reading, value, node, one(), true);
        addAffine(reading, value, node, *from, false);
        reading.give(node, std::move(value));
        return;
    }
    Value value = reading.value(node, 0);
    if (reading.isValue(node, 1))
        refuseNode(node, "there is no layer here that subtracts.");
    addAffine(reading, value, node, inverted(*reading.needConstant(node, 1, "number"), node, false), false);
    reading.give(node, std::move(value));
}

void readDiv(Reading& reading, const OnnxNode& node) {
    if (!reading.isValue(node, 0) || reading.isValue(node, 1))
        refuseNode(node, "there is no layer here that divides by what comes in.");
    Value value = reading.value(node, 0);
    if (value.whole)
        refuseNode(node, "it divides whole numbers without a rest; no layer here cuts fractions off.");
    addAffine(reading, value, node, inverted(*reading.needConstant(node, 1, "divisor"), node, true), true);
    reading.give(node, std::move(value));
}

void readConcat(Reading& reading, const OnnxNode& node) {
    std::vector<Value> values = valuesOf(reading, node);
    if (values.size() == 1) {
        reading.give(node, std::move(values[0]));
        return;
    }
    const int rank = values[0].axes.rank();
    const int axis = axisOf(node, node.integer("axis", 1), rank);
    std::int64_t total = 0;
    for (Value& value : values) {
        if (value.axes.rank() != rank)
            refuseNode(node, "its inputs have different numbers of axes.");
        const Channels channels = reading.channels(value, std::array{axis}, node);
        if (!channels.order.empty())
            refuseNode(node, "its inputs have their numbers in an order that no layer here makes.");
        total += channels.count;
        Axes others = value.axes;
        Axes firsts = values[0].axes;
        others.replace(axis, 1);
        firsts.replace(axis, 1);
        if (others != firsts)
            refuseNode(node, "its inputs differ in other sizes than the one along which they are joined.");
    }
    const std::vector<int> sources = layersOf(values);
    Value value = std::move(values[0]);
    reading.addBehind(value, "concatenate", {}, node, sources);
    reading.layer(value.layer).only = false;
    value.axes.replace(axis, total);
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
