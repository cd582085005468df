// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

/// What a sum with the constant that the sketch computes makes of zeros.
std::vector<float> addedTo(ModelSketch& sketch, const std::string& constant, std::int64_t length) {
    sketch.node("Add", "sum", {"x", constant});
    sketch.node("Dropout", "y", {"sum"});
    const auto network = sketch.imported();
    if (!network) {
        ADD_FAILURE() << network.error().text();
        return {};
    }
    const auto answers = answersOf(*network, HostArray(Shape{1, length}, 0.0f));
    return answers ? answers->values : std::vector<float>{};
}

TEST(OnnxFold, ComputesWithASingleNumberOfMoreAxes) {
    for (const bool first : {false, true}) {
        ModelSketch sketch({0, 3});
        sketch.numbers("row", {3}, {1, 2, 4});
        sketch.numbers("single", {1, 1}, {8});
        sketch.node("Mul", "product",
                    first ? std::vector<std::string>{"single", "row"}
                          : std::vector<std::string>{"row", "single"});
        EXPECT_EQ(addedTo(sketch, "product", 3), (std::vector<float>{8, 16, 32}));
    }
    ModelSketch sketch({0, 3});
    sketch.numbers("row", {3}, {1, 2, 4});
    sketch.numbers("single", {1, 1}, {8});
    sketch.node("Div", "quotient", {"single", "row"});
    EXPECT_EQ(addedTo(sketch, "quotient", 3), (std::vector<float>{8, 4, 2}));
}

/// 0.5, 2.75, 3.5 and another one, cast there and back again.
std::vector<float> castTo(std::int64_t type, float another) {
    ModelSketch sketch({0, 4});
    sketch.numbers("reals", {4}, {0.5f, 2.75f, 3.5f, another});
    put(sketch.node("Cast", "there", {"reals"}), "to", type);
    put(sketch.node("Cast", "back", {"there"}), "to", std::int64_t{1});
    return addedTo(sketch, "back", 4);
}

TEST(OnnxFold, CastsAsTheKindsOfNumbersAre) {
    using Floats = std::vector<float>;
    EXPECT_EQ(castTo(onnx::TensorProto::INT64, -1.5f), (Floats{0, 2, 3, -1}));
    EXPECT_EQ(castTo(onnx::TensorProto::BOOL, 0), (Floats{1, 1, 1, 0}));
    EXPECT_EQ(castTo(onnx::TensorProto::DOUBLE, -1.5f), (Floats{0.5f, 2.75f, 3.5f, -1.5f}));
    EXPECT_EQ(castTo(onnx::TensorProto::UINT8, 255), (Floats{0, 2, 3, 255}));
}

TEST(OnnxFold, CastsNothingThatDoesNotFit) {
    const auto refusal = [](std::int64_t type, float number) {
        ModelSketch sketch({0, 1});
        sketch.numbers("real", {1}, {number});
        put(sketch.node("Cast", "there", {"real"}), "to", type);
        put(sketch.node("Cast", "back", {"there"}), "to", std::int64_t{1});
        sketch.node("Add", "y", {"x", "back"});
        const auto network = sketch.imported();
        return network ? "it was read" : network.error().text();
    };
    EXPECT_EQ(refusal(onnx::TensorProto::INT8, -128), "it was read");
    for (const auto& [type, number] : {std::pair(onnx::TensorProto::INT8, -129.0f),
                                       {onnx::TensorProto::UINT8, -1.0f},
                                       {onnx::TensorProto::UINT8, 256.0f},
                                       {onnx::TensorProto::INT32, 3e9f},
                                       {onnx::TensorProto::INT64, 1e19f},
                                       {onnx::TensorProto::COMPLEX64, 1.0f}})
        EXPECT_THAT(refusal(type, number), testing::HasSubstr("can't be read")) << type << " " << number;
}

TEST(OnnxFold, TellsSomeSizesOfItsOwnNumbers) {
    ModelSketch sketch({0, 12});
    sketch.weights("numbers", {2, 3, 4});
    onnx::NodeProto& shape = sketch.node("Shape", "sizes", {"numbers"});
    put(shape, "start", std::int64_t{1});
    put(shape, "end", std::int64_t{-1});
    sketch.integers("any", {-1});
    sketch.integers("rest", {4});
    put(sketch.node("Concat", "wanted", {"any", "sizes", "rest"}), "axis", std::int64_t{0});
    sketch.node("Reshape", "rows", {"x", "wanted"});
    sketch.node("Relu", "y", {"rows"});
    const auto network = sketch.imported();
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_EQ(network->output.sizes(1), (std::vector<std::int64_t>{1, 3, 4}));
}

} // namespace
} // namespace protomind
