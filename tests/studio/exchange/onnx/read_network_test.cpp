// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

std::vector<std::string> kindsIn(const Result<OnnxNetwork>& network) {
    std::vector<std::string> kinds;
    EXPECT_TRUE(network) << (network ? "" : network.error().text());
    if (network)
        for (const Layer& layer : network->imported.network.layers())
            kinds.push_back(layer.type);
    return kinds;
}

HostArray countedUp(const Shape& shape) {
    HostArray array(shape);
    for (std::size_t i = 0; i < array.values.size(); ++i)
        array.values[i] = std::sin(static_cast<float>(i) * 0.7f);
    return array;
}

const HostArray weightsOf(const onnx::ModelProto& model, const std::string& name) {
    for (const onnx::TensorProto& tensor : model.graph().initializer())
        if (tensor.name() == name)
            return arrayOf(tensor);
    return {};
}

void expectNear(const Result<HostArray>& found, const HostArray& expected) {
    ASSERT_TRUE(found) << found.error().text();
    ASSERT_EQ(found->shape, expected.shape);
    for (std::size_t i = 0; i < expected.values.size(); ++i)
        EXPECT_NEAR(found->values[i], expected.values[i], 1e-5) << i;
}

/// rows × matrix
HostArray product(const HostArray& rows, const HostArray& matrix) {
    const std::int64_t inner = matrix.shape[0];
    const std::int64_t columns = matrix.shape[1];
    const std::int64_t count = rows.shape.elementCount() / inner;
    HostArray result(Shape{count, columns});
    for (std::int64_t row = 0; row < count; ++row)
        for (std::int64_t column = 0; column < columns; ++column) {
            double sum = 0;
            for (std::int64_t i = 0; i < inner; ++i)
                sum += double(rows.values[static_cast<std::size_t>(row * inner + i)]) *
                       double(matrix.values[static_cast<std::size_t>(i * columns + column)]);
            result.values[static_cast<std::size_t>(row * columns + column)] = static_cast<float>(sum);
        }
    return result;
}

TEST(OnnxNetworkTest, FlattensChannelsFirstByTurningTheMatrixBehind) {
    ModelSketch sketch({0, 2, 3, 4});
    sketch.weights("w", {24, 5});
    put(sketch.node("Flatten", "flat", {"x"}), "axis", std::int64_t{1});
    sketch.node("Gemm", "y", {"flat", "w"});
    const auto network = sketch.imported();
    EXPECT_EQ(kindsIn(network), (std::vector<std::string>{"input", "flatten", "dense"}));
    const HostArray input = countedUp(Shape{3, 2, 3, 4});
    expectNear(answersOf(*network, input), product(input, weightsOf(sketch.model(), "w")));
}

TEST(OnnxNetworkTest, MakesImagesOfListsByTurningTheMatrixBefore) {
    ModelSketch sketch({0, 5});
    sketch.weights("w", {5, 24});
    sketch.integers("shape", {-1, 2, 3, 4});
    sketch.node("MatMul", "product", {"x", "w"});
    sketch.node("Tanh", "bent", {"product"});
    sketch.node("Reshape", "image", {"bent", "shape"});
    put(sketch.node("MaxPool", "y", {"image"}), "kernel_shape", std::vector<std::int64_t>{1, 1});
    const auto network = sketch.imported();
    EXPECT_EQ(kindsIn(network), (std::vector<std::string>{"input", "dense", "reshape", "max_pool"}));
    const HostArray input = countedUp(Shape{2, 5});
    HostArray expected = product(input, weightsOf(sketch.model(), "w"));
    expected.shape = Shape{2, 2, 3, 4};
    for (float& number : expected.values)
        number = std::tanh(number);
    expectNear(answersOf(*network, input), expected);
}

TEST(OnnxNetworkTest, TakesAConstantThatIsAddedForABias) {
    ModelSketch sketch({0, 1, 4, 4});
    sketch.weights("kernel", {3, 1, 3, 3});
    sketch.weights("bias", {3, 1, 1});
    put(sketch.node("Conv", "conv", {"x", "kernel"}), "auto_pad", std::string("SAME_UPPER"));
    sketch.node("Add", "sum", {"conv", "bias"});
    sketch.node("Relu", "y", {"sum"});
    const auto network = sketch.imported();
    ASSERT_EQ(kindsIn(network), (std::vector<std::string>{"input", "convolution"}));
    const Layer& layer = network->imported.network.layers()[1];
    EXPECT_EQ(layer.name, "conv");
    EXPECT_EQ(layer.settings.at("activation"), FieldValue(std::string("relu")));
    EXPECT_EQ(layer.settings.at("padding"), FieldValue(std::string("same")));
    EXPECT_EQ(network->imported.variables.at("conv/bias").values, weightsOf(sketch.model(), "bias").values);
}

TEST(OnnxNetworkTest, PadsForItselfWhatIsNotSame) {
    ModelSketch sketch({0, 1, 6, 6});
    sketch.weights("kernel", {2, 1, 3, 3});
    onnx::NodeProto& node = sketch.node("Conv", "y", {"x", "kernel"});
    put(node, "pads", std::vector<std::int64_t>{1, 1, 1, 1});
    put(node, "strides", std::vector<std::int64_t>{2, 2});
    EXPECT_EQ(kindsIn(sketch.imported()), (std::vector<std::string>{"input", "pad", "convolution"}));
}

TEST(OnnxNetworkTest, KeepsWhatIsDoneToPixelsFirst) {
    ModelSketch sketch({0, 3, 2, 2});
    sketch.numbers("mean", {1, 3, 1, 1}, {0.5f, 0.25f, 0.125f});
    sketch.numbers("spread", {1, 3, 1, 1}, {0.5f, 2, 4});
    sketch.node("Sub", "centred", {"x", "mean"});
    sketch.node("Div", "standard", {"centred", "spread"});
    sketch.node("GlobalAveragePool", "y", {"standard"});
    const auto network = sketch.imported();
    EXPECT_EQ(kindsIn(network),
              (std::vector<std::string>{"input", "depthwise_convolution", "global_average_pool"}));
    const HostArray input(Shape{1, 3, 2, 2}, 1.0f);
    expectNear(answersOf(*network, input), HostArray(Shape{1, 3, 1, 1}, {1.0f, 0.375f, 0.21875f}));
}

TEST(OnnxNetworkTest, WorksOutSizesThatFollowFromTheInput) {
    ModelSketch sketch({0, 2, 3, 4});
    sketch.integers("zero", {0});
    sketch.integers("rest", {-1});
    sketch.weights("w", {24, 2});
    sketch.node("Shape", "shape", {"x"});
    sketch.node("Gather", "samples", {"shape", "zero"});
    put(sketch.node("Concat", "sizes", {"samples", "rest"}), "axis", std::int64_t{0});
    sketch.node("Reshape", "flat", {"x", "sizes"});
    sketch.node("MatMul", "y", {"flat", "w"});
    const auto network = sketch.imported();
    EXPECT_EQ(kindsIn(network), (std::vector<std::string>{"input", "flatten", "dense"}));
    const HostArray input = countedUp(Shape{5, 2, 3, 4});
    expectNear(answersOf(*network, input), product(input, weightsOf(sketch.model(), "w")));
}

TEST(OnnxNetworkTest, FindsGeluInItsSteps) {
    ModelSketch sketch({0, 4});
    sketch.numbers("root", {}, {std::sqrt(2.0f)});
    sketch.numbers("one", {}, {1});
    sketch.numbers("half", {}, {0.5f});
    sketch.node("Div", "narrow", {"x", "root"});
    sketch.node("Erf", "erf", {"narrow"});
    sketch.node("Add", "sum", {"erf", "one"});
    sketch.node("Mul", "product", {"x", "sum"});
    sketch.node("Mul", "y", {"product", "half"});
    const auto network = sketch.imported();
    ASSERT_EQ(kindsIn(network), (std::vector<std::string>{"input", "activation"}));
    EXPECT_EQ(network->imported.network.layers()[1].settings.at("function"), FieldValue(std::string("gelu")));
}

TEST(OnnxNetworkTest, TakesTheLastStepOfASequence) {
    ModelSketch sketch({0, 5, 3});
    sketch.weights("w", {1, 8, 3});
    sketch.weights("r", {1, 8, 2});
    sketch.integers("axis", {1});
    put(sketch.node("Transpose", "steps", {"x"}), "perm", std::vector<std::int64_t>{1, 0, 2});
    put(sketch.node("LSTM", "lstm", {"steps", "w", "r"}), "hidden_size", std::int64_t{2});
    sketch.node("Squeeze", "plain", {"lstm", "axis"});
    put(sketch.node("Transpose", "samples", {"plain"}), "perm", std::vector<std::int64_t>{1, 0, 2});
    sketch.integers("index", {-1});
    put(sketch.node("Gather", "gathered", {"samples", "index"}), "axis", std::int64_t{1});
    sketch.node("Squeeze", "y", {"gathered", "axis"});
    const auto network = sketch.imported();
    ASSERT_EQ(kindsIn(network), (std::vector<std::string>{"input", "lstm"}));
    EXPECT_EQ(network->imported.network.layers()[1].settings.at("result"),
              FieldValue(std::string("last_step")));
}

TEST(OnnxNetworkTest, FindsTheNamesOfClasses) {
    ModelSketch sketch({0, 4});
    put(sketch.node("Softmax", "y", {"x"}), "axis", std::int64_t{-1});
    onnx::StringStringEntryProto& entry = *sketch.model().add_metadata_props();
    entry.set_key("labels");
    entry.set_value(R"(["cat", "dog", "cow", "hen"])");
    const auto network = sketch.imported();
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(network->imported.classNames, (std::vector<std::string>{"cat", "dog", "cow", "hen"}));
}

TEST(OnnxNetworkTest, SaysWhatItHasLeftOut) {
    ModelSketch sketch({0, 4});
    sketch.node("Neg", "elsewhere", {"x"});
    sketch.node("Relu", "y", {"x"});
    const auto network = sketch.imported();
    ASSERT_TRUE(network) << network.error().text();
    bool told = false;
    for (const FormatNote& note : network->imported.notes)
        told = told || (note.fate == Fate::Lost && note.how == "there were 1");
    EXPECT_TRUE(told);
}

} // namespace
} // namespace protomind
