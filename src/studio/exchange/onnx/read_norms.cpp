// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"

#include <algorithm>
#include <array>

namespace protomind::onnxread {

namespace {

double epsilonOfNode(const OnnxNode& node) {
    return plainNumber(node.real("epsilon", 1e-5));
}

HostArray channelNumbers(Reading& reading, const OnnxNode& node, std::size_t index, const char* what,
                         const Channels& channels) {
    return inLayerOrder(listOf(*reading.needConstant(node, index, what), channels.count, node), channels);
}

bool areAll(const HostArray& array, float number) {
    return std::ranges::all_of(array.values, [&](float other) { return other == number; });
}

/// One number a group, for each of its channels.
HostArray ofGroups(const HostArray& groups, std::int64_t channels) {
    HostArray result(Shape{channels});
    const std::int64_t size = channels / groups.shape[0];
    for (std::int64_t i = 0; i < channels; ++i)
        result.values[static_cast<std::size_t>(i)] = groups.values[static_cast<std::size_t>(i / size)];
    return result;
}

} // namespace

/// An epsilon that no layer here has becomes part of the variance.
void readBatchNormalization(Reading& reading, const OnnxNode& node) {
    constexpr double kLeastEpsilon = 1e-7;
    constexpr double kMostEpsilon = 0.1;
    constexpr double kMostMomentum = 0.9999;
    Value value = reading.value(node);
    if (value.axes.rank() < 2)
        refuseNode(node, "what comes in has no channels.");
    if (node.integer("training_mode", 0) != 0)
        refuseNode(node, "it is one that is still training.");
    if (node.integer("spatial", 1) == 0)
        refuseNode(node, "it normalises each pixel for itself; the layer here does channels.");
    reading.settled(value, node);
    const Channels channels = reading.channels(value, std::array{1}, node);
    const double asked = epsilonOfNode(node);
    const double epsilon = std::clamp(asked, kLeastEpsilon, kMostEpsilon);
    HostArray variance = channelNumbers(reading, node, 4, "variance", channels);
    if (!std::ranges::all_of(variance.values,
                             [&](float number) { return number + static_cast<float>(asked) > 0; }))
        refuseNode(node,
                   "a variance and its epsilon are not more than 0 together, and have no root to divide by.");
    if (epsilon != asked)
        for (float& number : variance.values)
            number += static_cast<float>(asked - epsilon);
    reading.addBehind(value, "batch_norm",
                      {{"epsilon", epsilon},
                       {"momentum", std::clamp(plainNumber(node.real("momentum", 0.9)), 0.0, kMostMomentum)}},
                      node);
    reading.set(value.layer, VariableRole::Scale, channelNumbers(reading, node, 1, "scale", channels),
                node.where());
    reading.set(value.layer, VariableRole::Shift, channelNumbers(reading, node, 2, "shift", channels),
                node.where());
    reading.set(value.layer, VariableRole::Mean, channelNumbers(reading, node, 3, "mean", channels),
                node.where());
    reading.set(value.layer, VariableRole::Variance, std::move(variance), node.where());
    reading.give(node, std::move(value));
}

void readLayerNormalization(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    for (std::size_t i = 1; i < node.outputs.size(); ++i)
        if (node.hasOutput(i) && reading.uses(node.outputs[i]) > 0)
            refuseNode(node, "the mean or the spread that it finds is used elsewhere.");
    std::vector<int> axes;
    for (int axis = axisOf(node, node.integer("axis", -1), value.axes.rank()); axis < value.axes.rank();
         ++axis)
        axes.push_back(axis);
    reading.settled(value, node);
    const Channels channels = reading.channels(value, axes, node);
    reading.addBehind(value, "layer_norm", {{"epsilon", epsilonOfNode(node)}}, node);
    reading.set(value.layer, VariableRole::Scale, channelNumbers(reading, node, 1, "scale", channels),
                node.where());
    HostArray shift(Shape{channels.count}, 0.0f);
    if (node.hasInput(2))
        shift = channelNumbers(reading, node, 2, "shift", channels);
    reading.set(value.layer, VariableRole::Shift, std::move(shift), node.where());
    reading.give(node, std::move(value));
}

namespace {

/// N × groups × all else: how group normalisation is said in operators. The first axis behind the batch is
/// made of whole channels then, those of a group next to each other.
void addGroupNorm(Reading& reading, const OnnxNode& node, Value value) {
    const std::vector<int>& group = value.axes[1];
    std::int64_t groups = 1;
    std::int64_t channels = reading.layer(value.layer).output.back(0);
    if (!group.empty()) {
        channels = 1;
        for (std::size_t piece = static_cast<std::size_t>(group.front()); piece < value.axes.pieces.size();
             ++piece)
            channels *= value.axes.pieces[piece];
        groups = value.axes.size(1, 1);
    }
    if (!std::ranges::is_sorted(group) || reading.layer(value.layer).output.back(0) != channels)
        refuseNode(node, "it normalises parts of a sample that are no groups of channels.");
    const HostArray scale = listOf(*reading.needConstant(node, 1, "scale"), groups, node);
    const HostArray shift = listOf(*reading.needConstant(node, 2, "shift"), groups, node);
    const bool plain = areAll(scale, 1) && areAll(shift, 0);
    reading.addBehind(value, "group_norm", {{"groups", groups}, {"epsilon", epsilonOfNode(node)}}, node);
    reading.layer(value.layer).takesScale = plain;
    reading.layer(value.layer).takesShift = plain;
    reading.set(value.layer, VariableRole::Scale, ofGroups(scale, channels), node.where());
    reading.set(value.layer, VariableRole::Shift, ofGroups(shift, channels), node.where());
    value.reshaped = true;
    reading.give(node, std::move(value));
}

} // namespace

void readInstanceNormalization(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    const int rank = value.axes.rank();
    if (rank < 3 || !value.axes.isBatch(0) || reading.layer(value.layer).output.rank() == 0)
        refuseNode(node, "what comes in is no image.");
    if (rank == 3) {
        addGroupNorm(reading, node, std::move(value));
        return;
    }
    const Shape image = reading.layer(reading.image(value, node)).output;
    const Channels channels{.count = image[2], .order = {}};
    reading.addBehind(value, "instance_norm", {{"epsilon", epsilonOfNode(node)}}, node);
    reading.set(value.layer, VariableRole::Scale, channelNumbers(reading, node, 1, "scale", channels),
                node.where());
    reading.set(value.layer, VariableRole::Shift, channelNumbers(reading, node, 2, "shift", channels),
                node.where());
    reading.give(node, std::move(value));
}

/// Since opset 21, with a scale for each channel.
void readGroupNormalization(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    if (value.axes.rank() < 2 || !value.axes.isBatch(0) || reading.opset() < 21)
        refuseNode(node, "it is of a version that was withdrawn, or has nothing to normalise.");
    reading.settled(value, node);
    const Channels channels = reading.channels(value, std::array{1}, node);
    if (!channels.order.empty())
        refuseNode(node, "its groups are no neighbouring channels here.");
    reading.addBehind(value, "group_norm",
                      {{"groups", node.integer("num_groups", 0)}, {"epsilon", epsilonOfNode(node)}}, node);
    reading.set(value.layer, VariableRole::Scale, channelNumbers(reading, node, 1, "scale", channels),
                node.where());
    reading.set(value.layer, VariableRole::Shift, channelNumbers(reading, node, 2, "shift", channels),
                node.where());
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
