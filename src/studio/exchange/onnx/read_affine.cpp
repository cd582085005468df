// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/attention.h"
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>

namespace protomind::onnxread {

namespace {

/// The axes of a value along which a constant has several numbers.
std::vector<int> axesOf(const Reading& reading, const Value& value, const Constant& constant,
                        const OnnxNode& node) {
    const auto rank = static_cast<std::size_t>(value.axes.rank());
    std::vector<std::int64_t> sizes = constant.sizes;
    while (sizes.size() > rank && sizes.front() == 1)
        sizes.erase(sizes.begin());
    if (sizes.size() > rank)
        refuseNode(node, "its numbers have more axes than what they are for.");
    std::vector<int> axes;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const int axis = static_cast<int>(rank - sizes.size() + i);
        if (sizes[i] == 1)
            continue;
        if (sizes[i] != value.axes.size(axis, reading.batch()))
            refuseNode(node, "its numbers don't fit the sizes of what they are for.");
        axes.push_back(axis);
    }
    return axes;
}

/// What the layer's last axis is to be: the channels that the axes are, or all of it for a single number.
Channels channelsAlong(Reading& reading, Value& value, const std::vector<int>& axes, const OnnxNode& node) {
    if (!axes.empty())
        return reading.channels(value, axes, node);
    const Shape& shape = reading.layer(value.layer).output;
    return {.count = shape.rank() == 0 ? 1 : shape.back(0), .order = {}};
}

/// A number for each channel, in the layer's order.
HostArray alongChannels(const Constant& constant, const Channels& channels, const OnnxNode& node) {
    return constant.count() == 1 ? listOf(constant, channels.count, node)
                                 : inLayerOrder(listOf(constant, channels.count, node), channels);
}

/// Whether the axes are just the last axis of the layer, so that nothing is to be reshaped for them.
bool areLast(Reading& reading, const Value& value, const std::vector<int>& axes) {
    const Shape& shape = reading.layer(value.layer).output;
    if (axes.empty() || shape.rank() == 0)
        return axes.empty();
    std::vector<int> row = value.axes.row(axes);
    std::int64_t count = 1;
    const auto first = static_cast<int>(value.axes.pieces.size() - row.size());
    for (const int piece : row) {
        if (piece < first)
            return false;
        count *= value.axes.pieces[static_cast<std::size_t>(piece)];
    }
    return count == shape.back(0);
}

bool takesBias(Reading& reading, const Value& value) {
    return value.alone && reading.has(value.layer, FieldRole::Bias, false) &&
           reading.has(value.layer, FieldRole::Activation, std::string("linear"));
}

/// x + p, a row of numbers for every step.
bool isPosition(Reading& reading, const Value& value, const Constant& constant) {
    if (value.axes.rank() != 3 || !value.axes.isBatch(0) || !value.axes.inOrder(std::array{1, 2}))
        return false;
    const std::vector<std::int64_t> sizes = value.axes.sizes(reading.batch());
    const std::size_t rank = constant.sizes.size();
    return rank >= 2 && constant.sizes[rank - 2] == sizes[1] && constant.sizes[rank - 1] == sizes[2] &&
           constant.count() == static_cast<std::size_t>(sizes[1] * sizes[2]);
}

/// As in sinusoidalPositions.
bool areWaves(const HostArray& table) {
    Graph graph;
    const Node waves = sinusoidalPositions(graph, table.shape[0], table.shape[1]);
    return *waves.as<ConstantAttributes>().values == table.values;
}

void addPosition(Reading& reading, Value& value, const OnnxNode& node, const Constant& constant) {
    const Shape shape{value.axes.size(1, 1), value.axes.size(2, 1)};
    reading.arranged(value, std::array{1, 2}, node);
    HostArray table(shape, arrayOf(constant, node).values);
    if (areWaves(table)) {
        reading.addBehind(value, "position", {{"kind", std::string("waves")}}, node);
        return;
    }
    reading.addBehind(value, "position", {{"kind", std::string("learned")}}, node);
    reading.set(value.layer, VariableRole::Position, std::move(table), node.where());
}

/// A batch normalisation whose root is exactly 1 gives x * scale + shift to the bit.
constexpr double kAffineEpsilon = 1e-7;
const float kAffineVariance = 1.0f - 2 * 5.9604645e-8f;

void addAffineLayer(Reading& reading, Value& value, const OnnxNode& node, const Channels& channels) {
    const bool ofImage = reading.layer(value.layer).output.rank() == 3;
    const HostArray ones(Shape{channels.count}, 1.0f);
    const HostArray zeros(Shape{channels.count}, 0.0f);
    if (ofImage) {
        const std::vector<std::int64_t> single{1, 1};
        reading.addBehind(value, "depthwise_convolution",
                          {{"kernel", single}, {"padding", std::string("valid")}}, node);
        reading.set(value.layer, VariableRole::Kernel, HostArray(Shape{1, 1, 1, channels.count}, ones.values),
                    node.where());
        reading.set(value.layer, VariableRole::Bias, zeros, node.where());
    } else {
        reading.addBehind(value, "batch_norm", {{"epsilon", kAffineEpsilon}}, node);
        reading.set(value.layer, VariableRole::Scale, ones, node.where());
        reading.set(value.layer, VariableRole::Shift, zeros, node.where());
        reading.set(value.layer, VariableRole::Mean, zeros, node.where());
        reading.set(value.layer, VariableRole::Variance, HostArray(Shape{channels.count}, kAffineVariance),
                    node.where());
    }
    reading.layer(value.layer).isAffine = true;
    reading.note(Fate::Changed, "Fixed factors and sums",
                 ofImage ? "are a depthwise convolution of 1×1 here, which would learn in training"
                         : "are a batch normalisation here, which would measure anew in training");
}

void changeAffine(MadeLayer& layer, const HostArray& numbers, bool scales) {
    const bool ofImage = layer.type->name == "depthwise_convolution";
    HostArray& scale = layer.values.at({ofImage ? VariableRole::Kernel : VariableRole::Scale, false});
    HostArray& shift = layer.values.at({ofImage ? VariableRole::Bias : VariableRole::Shift, false});
    for (std::size_t i = 0; i < numbers.values.size(); ++i) {
        if (scales) {
            scale.values[i] *= numbers.values[i];
            shift.values[i] *= numbers.values[i];
        } else {
            shift.values[i] += numbers.values[i];
        }
    }
}

} // namespace

void addAffine(Reading& reading, Value& value, const OnnxNode& node, const Constant& constant, bool scales) {
    const std::vector<int> axes = axesOf(reading, value, constant, node);
    MadeLayer& before = reading.layer(value.layer);
    if (value.alone && (scales ? before.takesScale : before.takesShift) && areLast(reading, value, axes)) {
        const Channels channels = channelsAlong(reading, value, axes, node);
        reading.set(value.layer, scales ? VariableRole::Scale : VariableRole::Shift,
                    alongChannels(constant, channels, node), node.where());
        (scales ? before.takesScale : before.takesShift) = false;
        // What comes after the sum is no scale any more.
        before.takesScale = before.takesScale && scales;
        return;
    }
    if (!scales && isPosition(reading, value, constant)) {
        addPosition(reading, value, node, constant);
        return;
    }
    // A bias is one where it is zero too: it would learn.
    if (!scales && takesBias(reading, value) && areLast(reading, value, axes)) {
        const Channels channels = channelsAlong(reading, value, axes, node);
        reading.change(value.layer, FieldRole::Bias, true, node.where());
        reading.set(value.layer, VariableRole::Bias, alongChannels(constant, channels, node), node.where());
        return;
    }
    if (singleNumber(constant) == (scales ? 1.0 : 0.0))
        return;
    const bool joins = value.alone && before.isAffine && areLast(reading, value, axes);
    if (!joins)
        reading.settled(value, node);
    const Channels channels = channelsAlong(reading, value, axes, node);
    const HostArray numbers = alongChannels(constant, channels, node);
    if (!joins)
        addAffineLayer(reading, value, node, channels);
    changeAffine(reading.layer(value.layer), numbers, scales);
}

} // namespace protomind::onnxread
