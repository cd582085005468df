// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/write_layers.h"

#include <numeric>

namespace protomind {

namespace {

float epsilonOf(const LayerView& layer) {
    return static_cast<float>(layer.real(FieldRole::Epsilon));
}

/// The axes of a batch with the last one behind the first, and back.
OnnxSizes channelsForward(int rank) {
    OnnxSizes order(static_cast<std::size_t>(rank));
    std::iota(order.begin(), order.end(), 0);
    order.insert(order.begin() + 1, order.back());
    order.pop_back();
    return order;
}
OnnxSizes channelsBack(int rank) {
    OnnxSizes order(static_cast<std::size_t>(rank));
    std::iota(order.begin(), order.end(), 0);
    order.push_back(order[1]);
    order.erase(order.begin() + 1);
    return order;
}

/// Whether the channels are the second axis there as it is.
bool channelsAreSecond(const Shape& sample) {
    return sample.rank() == 1 || hasChannelsInFront(sample);
}

/// What comes in, with the channels as the second axis.
std::string inputWithChannelsSecond(OnnxGraph& graph) {
    const Shape& sample = graph.layer().input();
    if (channelsAreSecond(sample))
        return graph.input();
    return graph.node("Transpose", {graph.input()}, {{"perm", channelsForward(sample.rank() + 1)}});
}

/// The way back, where there was one.
void giveWithChannelsSecond(OnnxGraph& graph, const std::string& y) {
    const Shape& sample = graph.layer().input();
    if (!channelsAreSecond(sample))
        graph.node("Transpose", {y}, {{"perm", channelsBack(sample.rank() + 1)}});
}

} // namespace

void writeBatchNorm(OnnxGraph& graph) {
    const std::string x = inputWithChannelsSecond(graph);
    giveWithChannelsSecond(
        graph, graph.mainNode("BatchNormalization",
                              {x, graph.weights(VariableRole::Scale), graph.weights(VariableRole::Shift),
                               graph.weights(VariableRole::Mean), graph.weights(VariableRole::Variance)},
                              {{"epsilon", epsilonOf(graph.layer())},
                               {"momentum", static_cast<float>(graph.layer().real(FieldRole::Momentum))}}));
}

/// Over the last axis, as the op has it; the channels of an image go there and back.
void writeLayerNorm(OnnxGraph& graph) {
    const bool turned = hasChannelsInFront(graph.layer().input());
    std::string x = graph.input();
    if (turned)
        x = graph.node("Transpose", {x}, {{"perm", channelsBack(4)}});
    const std::string y = graph.mainNode(
        "LayerNormalization", {x, graph.weights(VariableRole::Scale), graph.weights(VariableRole::Shift)},
        {{"axis", std::int64_t{-1}}, {"epsilon", epsilonOf(graph.layer())}});
    if (turned)
        graph.node("Transpose", {y}, {{"perm", channelsForward(4)}});
}

/// Opset 17 has no op for it: each group is normalised as one long channel, then scaled channel by channel.
void writeGroupNorm(OnnxGraph& graph) {
    const LayerView& layer = graph.layer();
    const std::int64_t groups = layer.integer(FieldRole::Groups);
    const std::string x = inputWithChannelsSecond(graph);
    OnnxSizes sizes = onnxSizes(layer.input());
    if (!channelsAreSecond(layer.input())) {
        sizes.insert(sizes.begin(), sizes.back());
        sizes.pop_back();
    }
    const std::string apart = graph.node("Reshape", {x, graph.wholeNumbers("groups", {0, groups, -1})});
    onnx::TensorProto& ones = graph.floats("ones", {groups});
    for (std::int64_t i = 0; i < groups; ++i)
        putFloat(*ones.mutable_raw_data(), 1);
    // Adding the second tensor moves no other: protobuf keeps each where it is.
    onnx::TensorProto& zeros = graph.floats("zeros", {groups});
    zeros.mutable_raw_data()->assign(static_cast<std::size_t>(groups) * sizeof(float), '\0');
    const std::string standard = graph.mainNode("InstanceNormalization", {apart, ones.name(), zeros.name()},
                                                {{"epsilon", epsilonOf(layer)}});
    OnnxSizes whole{0};
    whole.insert(whole.end(), sizes.begin(), sizes.end());
    const std::string together = graph.node("Reshape", {standard, graph.wholeNumbers("shape", whole)});
    OnnxSizes ofChannels(sizes.size(), 1);
    ofChannels[0] = sizes[0];
    const std::string scaled =
        graph.node("Mul", {together, graph.weightsAs(VariableRole::Scale, ofChannels)});
    giveWithChannelsSecond(graph,
                           graph.node("Add", {scaled, graph.weightsAs(VariableRole::Shift, ofChannels)}));
}

void writeInstanceNorm(OnnxGraph& graph) {
    graph.mainNode("InstanceNormalization",
                   {graph.input(), graph.weights(VariableRole::Scale), graph.weights(VariableRole::Shift)},
                   {{"epsilon", epsilonOf(graph.layer())}});
}

} // namespace protomind
