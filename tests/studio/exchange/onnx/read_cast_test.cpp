// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/imported_onnx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using onnx::TensorProto;
using testing::HasSubstr;

void cast(ModelSketch& sketch, const std::string& name, const std::string& from, std::int64_t type) {
    put(sketch.node("Cast", name, {from}), "to", type);
}

void makeInput(ModelSketch& sketch, std::int32_t type) {
    sketch.model().mutable_graph()->mutable_input(0)->mutable_type()->mutable_tensor_type()->set_elem_type(
        type);
}

std::string outcome(ModelSketch& sketch) {
    const auto network = sketch.imported();
    return network ? "it was read" : network.error().text();
}

TEST(OnnxCast, IsRefusedWhereItCutsFractionsOff) {
    for (const auto type : {TensorProto::INT64, TensorProto::UINT8, TensorProto::BOOL}) {
        ModelSketch sketch({0, 4});
        cast(sketch, "whole", "x", type);
        cast(sketch, "real", "whole", TensorProto::FLOAT);
        sketch.node("Relu", "y", {"real"});
        EXPECT_THAT(outcome(sketch), HasSubstr("cuts numbers down")) << type;
    }
}

TEST(OnnxCast, PassesBetweenKindsWithFractions) {
    ModelSketch sketch({0, 4});
    cast(sketch, "wide", "x", TensorProto::DOUBLE);
    sketch.node("Relu", "bent", {"wide"});
    cast(sketch, "y", "bent", TensorProto::FLOAT);
    EXPECT_EQ(outcome(sketch), "it was read");
}

TEST(OnnxCast, PassesWhereRowsAreLookedUp) {
    ModelSketch sketch({0, 4});
    sketch.weights("table", {9, 3});
    cast(sketch, "whole", "x", TensorProto::INT32);
    cast(sketch, "wider", "whole", TensorProto::INT64);
    sketch.node("Gather", "y", {"table", "wider"});
    EXPECT_EQ(outcome(sketch), "it was read");
    cast(sketch, "numbers", "whole", TensorProto::FLOAT);
    sketch.node("Relu", "used elsewhere", {"numbers"});
    EXPECT_THAT(outcome(sketch), HasSubstr("cuts numbers down"));
}

TEST(OnnxCast, PassesWhatIsWholeAlready) {
    ModelSketch sketch({0, 4});
    makeInput(sketch, TensorProto::UINT8);
    cast(sketch, "wide", "x", TensorProto::INT64);
    cast(sketch, "real", "wide", TensorProto::FLOAT);
    sketch.numbers("most", {}, {255});
    sketch.node("Div", "y", {"real", "most"});
    EXPECT_EQ(outcome(sketch), "it was read");
}

TEST(OnnxCast, LeavesWholeNumbersThatCanNotBeDivided) {
    ModelSketch sketch({0, 4});
    makeInput(sketch, TensorProto::INT64);
    sketch.integers("two", {2});
    sketch.node("Div", "halves", {"x", "two"});
    cast(sketch, "real", "halves", TensorProto::FLOAT);
    sketch.node("Relu", "y", {"real"});
    EXPECT_THAT(outcome(sketch), HasSubstr("divides whole numbers"));
}

} // namespace
} // namespace protomind
