// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "studio/exchange/array_layout.h"
#include "studio/exchange/onnx/onnx_probe.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "networks/random_network.h"

namespace protomind {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;

using Sizes = std::vector<std::int64_t>;

FieldValue word(const char* text) {
    return std::string(text);
}
FieldValue whole(std::int64_t number) {
    return number;
}

const HostArray& valuesOf(const TrainedNetwork& network, const std::string& name) {
    return network.checkpoint->variables.at(name);
}

/// Every nth number is n, so that none is like another.
TrainedNetwork numbered(TrainedNetwork network) {
    auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
    float next = 1;
    for (auto& [name, array] : checkpoint->variables)
        std::ranges::generate(array.values, [&] { return next++; });
    network.checkpoint = std::move(checkpoint);
    return network;
}

TEST(OnnxDense, IsOneNodeForAListAndTwoForASequence) {
    const TrainedNetwork list = chainOf({5}, {{"dense", "Dense", {{"units", whole(3)}}}});
    const OnnxProbe probe(list);
    EXPECT_THAT(probe.ops(), ElementsAre("Gemm"));
    EXPECT_THAT(probe.node("Gemm").input(), ElementsAre("Input", "Dense/kernel", "Dense/bias"));
    EXPECT_EQ(probe.floats("Dense/kernel"), valuesOf(list, "Dense/kernel"));
    EXPECT_EQ(probe.floats("Dense/bias"), valuesOf(list, "Dense/bias"));
    EXPECT_THAT(OnnxProbe(chainOf({4, 5}, {{"dense", "Dense", {}}})).ops(), ElementsAre("MatMul", "Add"));
    EXPECT_THAT(OnnxProbe(chainOf({4, 5}, {{"dense", "Dense", {{"use_bias", false}}}})).ops(),
                ElementsAre("MatMul"));
}

TEST(OnnxConvolution, IsANodeAndOneForItsFunction) {
    const TrainedNetwork network = numbered(chainOf(
        {5, 4, 2}, {{"convolution", "Conv A", {{"filters", whole(3)}, {"activation", word("relu")}}}}));
    const OnnxProbe probe(network);
    EXPECT_THAT(probe.ops(), ElementsAre("Conv", "Relu"));
    EXPECT_THAT(probe.names(), ElementsAre("Conv A", "Conv A/Relu"));
    EXPECT_THAT(probe.node("Conv").output(), ElementsAre("Conv A/Conv"));
    EXPECT_THAT(probe.node("Relu").output(), ElementsAre("Conv A"));
    EXPECT_EQ(probe.node("Conv").doc_string(), "Convolution");
    // [height, width, in, out] -> [out, in, height, width]
    EXPECT_EQ(probe.floats("Conv A/kernel"),
              permuted(valuesOf(network, "Conv A/kernel"), std::array{3, 2, 0, 1}));
}

TEST(OnnxConvolution, HasEveryNumberOfALargeKernelInItsPlace) {
    const TrainedNetwork network = numbered(
        chainOf({5, 4, 3}, {{"convolution", "C", {{"filters", whole(37)}, {"kernel", Sizes{2, 3}}}}}));
    EXPECT_EQ(OnnxProbe(network).floats("C/kernel"),
              permuted(valuesOf(network, "C/kernel"), std::array{3, 2, 0, 1}));
}

TEST(OnnxConvolution, PadsMoreAtTheEnd) {
    const OnnxProbe probe(
        chainOf({5, 5, 1}, {{"convolution", "C", {{"filters", whole(2)}, {"kernel", Sizes{2, 4}}}}}));
    EXPECT_THAT(probe.sizes("Conv", "kernel_shape"), ElementsAre(2, 4));
    // top, left, bottom, right
    EXPECT_THAT(probe.sizes("Conv", "pads"), ElementsAre(0, 1, 1, 2));
}

TEST(OnnxConvolution, HasStridesDilationsAndGroups) {
    const OnnxProbe grouped(chainOf({9, 9, 4}, {{"convolution",
                                                 "C",
                                                 {{"filters", whole(6)},
                                                  {"groups", whole(2)},
                                                  {"stride", Sizes{2, 3}},
                                                  {"dilation", Sizes{3, 2}},
                                                  {"use_bias", false}}}}));
    EXPECT_THAT(grouped.sizes("Conv", "strides"), ElementsAre(2, 3));
    EXPECT_THAT(grouped.sizes("Conv", "dilations"), ElementsAre(3, 2));
    EXPECT_EQ(grouped.whole("Conv", "group"), 2);
    EXPECT_EQ(grouped.floats("C/kernel").shape, (Shape{6, 2, 3, 3}));
    EXPECT_EQ(grouped.node("Conv").input_size(), 2);
    const OnnxProbe depthwise(
        chainOf({5, 5, 3}, {{"depthwise_convolution", "D", {{"multiplier", whole(2)}}}}));
    EXPECT_EQ(depthwise.whole("Conv", "group"), 3);
    EXPECT_EQ(depthwise.floats("D/kernel").shape, (Shape{6, 1, 3, 3}));
}

TEST(OnnxTransposedConvolution, SaysWhatLiesBehindTheLastStamp) {
    const TrainedNetwork network = numbered(
        chainOf({2, 3, 4}, {{"transposed_convolution",
                             "T",
                             {{"filters", whole(2)}, {"kernel", Sizes{1, 2}}, {"stride", Sizes{2, 3}}}}}));
    const OnnxProbe gaps(network);
    EXPECT_THAT(gaps.sizes("ConvTranspose", "output_padding"), ElementsAre(1, 1));
    // [height, width, out, in] -> [in, out, height, width]
    EXPECT_EQ(gaps.floats("T/kernel"), permuted(valuesOf(network, "T/kernel"), std::array{3, 2, 0, 1}));
    const OnnxProbe usual(chainOf({3, 4, 2}, {{"transposed_convolution", "T", {{"filters", whole(2)}}}}));
    EXPECT_THAT(usual.sizes("ConvTranspose", "pads"), ElementsAre(1, 1, 1, 1));
    EXPECT_THROW(static_cast<void>(usual.sizes("ConvTranspose", "output_padding")), std::out_of_range);
}

TEST(OnnxPooling, LeavesTheBorderOut) {
    const Settings same{{"window", Sizes{3, 2}}, {"stride", Sizes{1, 1}}, {"padding", word("same")}};
    const OnnxProbe mean(chainOf({5, 4, 2}, {{"average_pool", "P", same}}));
    EXPECT_EQ(mean.whole("AveragePool", "count_include_pad"), 0);
    EXPECT_THAT(mean.sizes("AveragePool", "pads"), ElementsAre(1, 0, 1, 1));
    EXPECT_THAT(OnnxProbe(chainOf({5, 4, 2}, {{"max_pool", "P", same}})).sizes("MaxPool", "pads"),
                ElementsAre(1, 0, 1, 1));
    EXPECT_THAT(OnnxProbe(chainOf({5, 4, 2}, {{"global_max_pool", "P"}})).ops(),
                ElementsAre("GlobalMaxPool", "Flatten"));
    const OnnxProbe steps(chainOf({5, 4}, {{"global_average_pool", "P"}}));
    EXPECT_THAT(steps.ops(), ElementsAre("ReduceMean"));
    EXPECT_THAT(steps.sizes("ReduceMean", "axes"), ElementsAre(1));
    EXPECT_EQ(steps.whole("ReduceMean", "keepdims"), 0);
}

TEST(OnnxRecurrent, HasTheGatesInTheOrderOfTheFormat) {
    const TrainedNetwork network = numbered(chainOf({4, 3}, {{"lstm", "L", {{"units", whole(2)}}}}));
    const OnnxProbe probe(network);
    EXPECT_THAT(probe.ops(), ElementsAre("Transpose", "LSTM", "Squeeze"));
    EXPECT_EQ(probe.text("LSTM", "direction"), "forward");
    EXPECT_EQ(probe.whole("LSTM", "hidden_size"), 2);
    // Here input, forget, candidate, output; there input, output, forget, candidate.
    const HostArray& bias = valuesOf(network, "L/bias");
    const HostArray there = probe.floats("L/bias");
    ASSERT_EQ(there.shape, (Shape{1, 16}));
    constexpr std::array kFrom{0, 1, 6, 7, 2, 3, 4, 5};
    for (std::size_t i = 0; i < 8; ++i) {
        EXPECT_EQ(there.values[i], bias.values[kFrom[i]]) << i;
        EXPECT_EQ(there.values[8 + i], 0.0f) << i;
    }
    const HostArray kernel = probe.floats("L/kernel");
    ASSERT_EQ(kernel.shape, (Shape{1, 8, 3}));
    for (std::size_t row = 0; row < 8; ++row)
        for (std::size_t feature = 0; feature < 3; ++feature)
            EXPECT_EQ(kernel.values[row * 3 + feature],
                      valuesOf(network, "L/kernel").values[feature * 8 + kFrom[row]]);
    EXPECT_EQ(probe.floats("L/recurrent_kernel").shape, (Shape{1, 8, 2}));
}

TEST(OnnxRecurrent, ResetsAfterTheProductAsHere) {
    const TrainedNetwork network = numbered(chainOf({4, 3}, {{"gru", "G", {{"units", whole(1)}}}}));
    const OnnxProbe probe(network);
    EXPECT_EQ(probe.whole("GRU", "linear_before_reset"), 1);
    const std::vector<HostArray> both{valuesOf(network, "G/bias"), valuesOf(network, "G/recurrent_bias")};
    EXPECT_EQ(probe.floats("G/bias").values, joined(both, 0).values);
}

TEST(OnnxRecurrent, ReadsBothWays) {
    const OnnxProbe last(chainOf(
        {4, 3},
        {{"rnn", "R", {{"units", whole(2)}, {"both_directions", true}, {"activation", word("relu")}}}}));
    EXPECT_THAT(last.ops(), ElementsAre("Transpose", "RNN", "Transpose", "Reshape"));
    EXPECT_EQ(last.text("RNN", "direction"), "bidirectional");
    EXPECT_THAT(last.node("RNN").output(), ElementsAre("", "R/RNN"));
    const onnx::AttributeProto* functions = nullptr;
    for (const onnx::AttributeProto& attribute : last.node("RNN").attribute())
        if (attribute.name() == "activations")
            functions = &attribute;
    ASSERT_NE(functions, nullptr);
    EXPECT_THAT(functions->strings(), ElementsAre("Relu", "Relu"));
    EXPECT_EQ(last.floats("R/kernel").shape, (Shape{2, 2, 3}));
    const OnnxProbe every(chainOf({4, 3}, {{"rnn", "R", {{"result", word("every_step")}}}}));
    EXPECT_THAT(every.ops(), ElementsAre("Transpose", "RNN", "Squeeze", "Transpose"));
    EXPECT_THAT(every.node("RNN").output(), ElementsAre("R/RNN"));
}

TEST(OnnxAttention, HidesTheFutureByOneTableForAllLayers) {
    const Settings causal{{"heads", whole(2)}, {"causal", true}};
    const OnnxProbe probe(chainOf({3, 4}, {{"attention", "A", causal}, {"attention", "B", causal}}));
    const HostArray mask = probe.floats("A/future");
    ASSERT_EQ(mask.shape, (Shape{3, 3}));
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            EXPECT_EQ(mask.values[static_cast<std::size_t>(row * 3 + column)] == 0, column <= row);
    EXPECT_THROW(static_cast<void>(probe.floats("B/future")), std::out_of_range);
    const auto ops = probe.ops();
    EXPECT_EQ(std::ranges::count(ops, "Softmax"), 2);
    const OnnxProbe open(chainOf({3, 4}, {{"attention", "A", {{"heads", whole(2)}}}}));
    EXPECT_THROW(static_cast<void>(open.floats("A/future")), std::out_of_range);
}

TEST(OnnxWords, BecomeWholeNumbers) {
    const OnnxProbe probe(
        chainOf({6}, {{"embedding", "E", {{"vocabulary", whole(4)}, {"features", whole(3)}}}}));
    EXPECT_THAT(probe.ops(), ElementsAre("Cast", "Gather"));
    EXPECT_EQ(probe.whole("Cast", "to"), onnx::TensorProto::INT64);
}

TEST(OnnxFlatten, TakesChannelsLastAsHere) {
    const OnnxProbe image(chainOf({2, 3, 4}, {{"flatten", "F"}}));
    EXPECT_THAT(image.ops(), ElementsAre("Transpose", "Flatten"));
    EXPECT_THAT(image.sizes("Transpose", "perm"), ElementsAre(0, 2, 3, 1));
    EXPECT_THAT(OnnxProbe(chainOf({2, 3, 1}, {{"flatten", "F"}})).ops(), ElementsAre("Flatten"));
    EXPECT_THAT(OnnxProbe(chainOf({1, 1, 4}, {{"flatten", "F"}})).ops(), ElementsAre("Flatten"));
    EXPECT_THAT(OnnxProbe(chainOf({12}, {{"reshape", "R", {{"shape", Sizes{2, 3, 2}}}}})).ops(),
                ElementsAre("Reshape", "Transpose"));
    const OnnxProbe flat(chainOf({12}, {{"reshape", "R", {{"shape", Sizes{3, 4, 1}}}}}));
    EXPECT_THAT(flat.ops(), ElementsAre("Reshape"));
    EXPECT_THAT(flat.wholeNumbers("R/shape"), ElementsAre(0, 1, 3, 4));
}

TEST(OnnxImages, AreEnlargedPaddedAndCropped) {
    const OnnxProbe nearest(chainOf({3, 4, 2}, {{"upsample", "U", {{"factor", Sizes{2, 3}}}}}));
    EXPECT_EQ(nearest.text("Resize", "coordinate_transformation_mode"), "asymmetric");
    EXPECT_EQ(nearest.text("Resize", "nearest_mode"), "floor");
    EXPECT_THAT(nearest.floats("U/scales").values, ElementsAre(1, 1, 2, 3));
    const OnnxProbe blended(chainOf({3, 4, 2}, {{"upsample", "U", {{"method", word("bilinear")}}}}));
    EXPECT_EQ(blended.text("Resize", "mode"), "linear");
    EXPECT_EQ(blended.text("Resize", "coordinate_transformation_mode"), "half_pixel");
    // top, bottom, left, right here
    const OnnxProbe pad(chainOf({2, 4, 1}, {{"pad", "P", {{"sides", Sizes{0, 2, 3, 1}}, {"value", -1.5}}}}));
    EXPECT_THAT(pad.wholeNumbers("P/pads"), ElementsAre(0, 0, 0, 3, 0, 0, 2, 1));
    EXPECT_THAT(pad.floats("P/value").values, ElementsAre(-1.5f));
    const OnnxProbe crop(chainOf({5, 6, 1}, {{"crop", "C", {{"sides", Sizes{0, 2, 1, 3}}}}}));
    EXPECT_THAT(crop.wholeNumbers("C/starts"), ElementsAre(0, 1));
    EXPECT_THAT(crop.wholeNumbers("C/ends"), ElementsAre(3, 3));
}

TEST(OnnxRandomLayers, AreWhatTheyAreOutsideOfTraining) {
    const OnnxProbe dropout(chainOf({8}, {{"dropout", "D", {{"rate", 0.25}}}}));
    EXPECT_THAT(dropout.ops(), ElementsAre("Dropout"));
    EXPECT_THAT(dropout.node("Dropout").input(), ElementsAre("Input", "D/ratio"));
    EXPECT_THAT(dropout.floats("D/ratio").values, ElementsAre(0.25f));
    EXPECT_THAT(OnnxProbe(chainOf({8}, {{"noise", "N"}})).ops(), ElementsAre("Identity"));
    const OnnxProbe sampling(chainOf({8}, {{"gaussian_sampling", "G"}}));
    EXPECT_THAT(sampling.ops(), ElementsAre("Slice"));
    EXPECT_THAT(sampling.wholeNumbers("G/ends"), ElementsAre(4));
}

TEST(OnnxNorms, HaveTheirEpsilon) {
    const Settings rough{{"epsilon", 0.01}};
    for (const auto& [kind, op] :
         {std::pair{"batch_norm", "BatchNormalization"}, std::pair{"layer_norm", "LayerNormalization"},
          std::pair{"group_norm", "InstanceNormalization"},
          std::pair{"instance_norm", "InstanceNormalization"}}) {
        const OnnxProbe probe(chainOf({3, 2, 8}, {{kind, "norm", rough}}));
        EXPECT_EQ(probe.real(op, "epsilon"), 0.01f) << kind;
        EXPECT_THAT(probe.names(), Contains("norm")) << kind;
    }
    EXPECT_EQ(OnnxProbe(chainOf({5}, {{"batch_norm", "B", {{"momentum", 0.5}}}}))
                  .real("BatchNormalization", "momentum"),
              0.5f);
    // Channels are the second axis of a list and of an image, not of a sequence.
    EXPECT_THAT(OnnxProbe(chainOf({5}, {{"batch_norm", "B"}})).ops(), ElementsAre("BatchNormalization"));
    EXPECT_THAT(OnnxProbe(chainOf({3, 5}, {{"batch_norm", "B"}})).ops(),
                ElementsAre("Transpose", "BatchNormalization", "Transpose"));
    EXPECT_THAT(OnnxProbe(chainOf({3, 2, 5}, {{"layer_norm", "L"}})).ops(),
                ElementsAre("Transpose", "LayerNormalization", "Transpose"));
}

TEST(OnnxMultiply, StretchesAListOverAnImage) {
    const OnnxProbe probe(networkOf({"M", "multiply", {}, {{2, 3, 4}, {4}}}));
    EXPECT_THAT(probe.ops(), ElementsAre("Transpose", "Flatten", "Gemm", "Unsqueeze", "Mul"));
    EXPECT_THAT(probe.wholeNumbers("M/axes"), ElementsAre(2, 3));
    const OnnxProbe steps(networkOf({"M", "multiply", {}, {{3, 2}, {2}}}));
    EXPECT_THAT(steps.wholeNumbers("M/axes"), ElementsAre(1));
}

TEST(OnnxActivations, EachHaveTheirOpsAndTheChannelsAsAxis) {
    const std::map<std::string, std::vector<std::string>> ops{{"linear", {"Identity"}},
                                                              {"sigmoid", {"Sigmoid"}},
                                                              {"tanh", {"Tanh"}},
                                                              {"relu", {"Relu"}},
                                                              {"leaky_relu", {"LeakyRelu"}},
                                                              {"elu", {"Elu"}},
                                                              {"gelu", {"Div", "Erf", "Add", "Mul", "Mul"}},
                                                              {"softmax", {"Softmax"}}};
    for (const Activation& activation : activations()) {
        const OnnxProbe probe(chainOf({2, 3, 4}, {{"activation", "A", {{"function", activation.name}}}}));
        EXPECT_EQ(probe.ops(), ops.at(activation.name));
        EXPECT_THAT(probe.names(), Contains("A")) << activation.name;
        const OnnxProbe behind(chainOf({3}, {{"dense", "D", {{"activation", activation.name}}}}));
        EXPECT_EQ(behind.ops().front(), "Gemm");
        EXPECT_EQ(behind.ops().size(), activation.name == "linear" ? 1 : 1 + ops.at(activation.name).size());
        EXPECT_EQ(behind.graph().output(0).name(), "D");
    }
    EXPECT_EQ(OnnxProbe(chainOf({2, 3, 4}, {{"activation", "A", {{"function", word("softmax")}}}}))
                  .whole("Softmax", "axis"),
              1);
    EXPECT_EQ(OnnxProbe(chainOf({2, 3}, {{"activation", "A", {{"function", word("softmax")}}}}))
                  .whole("Softmax", "axis"),
              -1);
    EXPECT_EQ(
        OnnxProbe(chainOf({3}, {{"activation", "A", {{"function", word("leaky_relu")}, {"slope", 0.3}}}}))
            .real("LeakyRelu", "alpha"),
        0.3f);
    EXPECT_EQ(OnnxProbe(chainOf({3}, {{"activation", "A", {{"function", word("elu")}, {"alpha", whole(2)}}}}))
                  .real("Elu", "alpha"),
              2.0f);
}

} // namespace
} // namespace protomind
