// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_executable.h"
#include "engine/device/opencl/text/kernel_source.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(KernelSource, StepNamesBecomeFunctionNames) {
    EXPECT_EQ(identifier("hidden: Multiply, Add"), "hidden_Multiply_Add");
    EXPECT_EQ(identifier("  été 1 "), "t_1");
    EXPECT_EQ(identifier(""), "");
}

TEST(KernelSource, ALayersNameCannotBecomeCode) {
    const std::string hostile = "a\n#include \"/etc/passwd\"\\\n*/ b?\?/\x01";
    const std::string comment = commentText(hostile);
    EXPECT_THAT(comment, Not(HasSubstr("\n")));
    EXPECT_THAT(comment, Not(HasSubstr("\\")));
    EXPECT_THAT(comment, Not(HasSubstr("?")));
    EXPECT_LE(commentText(std::string(10'000, 'x')).size(), 200u);
}

TEST(KernelText, IsReadableAndNamedAfterItsLayers) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{4, 3});
    const Node bias = input(*computation.graph, "bias", Shape{3});
    computation.outputs = {{"y", relu(x + bias)}};
    const std::string text = kernelText(*compile(computation), {});
    EXPECT_THAT(text, HasSubstr("// for each element of 4 x 3")) << text;
    EXPECT_THAT(text, HasSubstr("r0 + r1"));
    EXPECT_THAT(text, HasSubstr("r2 <= 0.0f ? 0.0f : r2"));
    EXPECT_THAT(text, HasSubstr("__kernel void step_0_"));
}

TEST(KernelText, StepsThatDoTheSameWithOtherNumbersShareAKernel) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{6, 8});
    Node state = input(*computation.graph, "state", Shape{2, 8});
    const Node weight = input(*computation.graph, "weight", Shape{8, 8});
    for (int step = 0; step < 3; ++step)
        state = tanh(slice(x, {2 * step, 0}, {2, 8}) + matmul(state, weight));
    computation.outputs = {{"y", state}};
    const std::string text = kernelText(*compile(computation), {});
    std::size_t kernels = 0;
    for (std::size_t at = text.find("__kernel"); at != std::string::npos; at = text.find("__kernel", at + 1))
        ++kernels;
    EXPECT_EQ(kernels, 2u) << text; // the product and what follows it
}

} // namespace
} // namespace protomind
