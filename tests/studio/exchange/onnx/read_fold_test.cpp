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

} // namespace
} // namespace protomind
