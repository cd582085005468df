// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/loop_lowering.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

using What = LoweredLoop::What;

/// Three loads, instructions as given, the last one stored.
LoopPlan planOf(std::vector<PlannedInstruction> body) {
    LoopPlan plan;
    plan.loads.resize(3);
    plan.body = std::move(body);
    plan.stores.push_back({.source = static_cast<int>(2 + plan.body.size())});
    return plan;
}

TEST(LoopLowering, FusesAProductWithTheSumThatAloneReadsIt) {
    const LoweredLoop loop =
        lowerLoop(planOf({{.op = Op::Multiply, .operands = {0, 1}}, {.op = Op::Add, .operands = {2, 3}}}));
    ASSERT_EQ(loop.items.size(), 1u);
    EXPECT_EQ(loop.items[0].what, What::MultiplyAdd);
    EXPECT_EQ(loop.items[0].operands, (std::vector{0, 1, 2}));
    EXPECT_EQ(loop.stores, std::vector{3});
}

TEST(LoopLowering, TellsTheSidesOfADifferenceApart) {
    EXPECT_EQ(lowerLoop(planOf({{.op = Op::Multiply, .operands = {0, 1}},
                                {.op = Op::Subtract, .operands = {3, 2}}}))
                  .items[0]
                  .what,
              What::MultiplySubtract);
    EXPECT_EQ(lowerLoop(planOf({{.op = Op::Multiply, .operands = {0, 1}},
                                {.op = Op::Subtract, .operands = {2, 3}}}))
                  .items[0]
                  .what,
              What::SubtractProduct);
}

TEST(LoopLowering, KeepsAProductThatIsReadTwice) {
    const LoweredLoop loop = lowerLoop(planOf({{.op = Op::Multiply, .operands = {0, 1}},
                                               {.op = Op::Add, .operands = {2, 3}},
                                               {.op = Op::Multiply, .operands = {3, 4}}}));
    ASSERT_EQ(loop.items.size(), 3u);
    EXPECT_EQ(loop.items[1].what, What::Add);
}

TEST(LoopLowering, NeedsNoExactDivisionByARootAndANumberAboveZero) {
    const auto kinds = [](float number) {
        const LoweredLoop loop = lowerLoop(planOf({{.op = Op::Sqrt, .operands = {0}},
                                                   {.op = Op::Constant, .operands = {}, .value = number},
                                                   {.op = Op::Add, .operands = {3, 4}},
                                                   {.op = Op::Divide, .operands = {1, 5}}}));
        return std::pair{loop.items.front().what, loop.items.back().what};
    };
    EXPECT_EQ(kinds(1e-8f), (std::pair{What::SqrtClose, What::DivideClose}));
    EXPECT_EQ(kinds(0), (std::pair{What::Sqrt, What::Divide}));
    EXPECT_EQ(kinds(-1), (std::pair{What::Sqrt, What::Divide}));
    EXPECT_EQ(lowerLoop(planOf({{.op = Op::Divide, .operands = {0, 1}}})).items[0].what, What::Divide);
    // As Adam has it: a factor before the root.
    const LoweredLoop adam = lowerLoop(planOf({{.op = Op::Sqrt, .operands = {0}},
                                               {.op = Op::Multiply, .operands = {1, 3}},
                                               {.op = Op::Constant, .operands = {}, .value = 1e-8f},
                                               {.op = Op::Add, .operands = {4, 5}},
                                               {.op = Op::Divide, .operands = {2, 6}}}));
    EXPECT_EQ(adam.items.front().what, What::SqrtClose);
    EXPECT_EQ(adam.items.back().what, What::DivideClose);
}

TEST(LoopLowering, LeavesOutWhatNothingReads) {
    const LoweredLoop loop =
        lowerLoop(planOf({{.op = Op::Sqrt, .operands = {0}}, {.op = Op::Add, .operands = {1, 2}}}));
    ASSERT_EQ(loop.items.size(), 1u);
    EXPECT_EQ(loop.items[0].what, What::Add);
    EXPECT_EQ(loop.lastUses(), (std::vector{-1, 0, 0, 1}));
}

TEST(LoopLowering, LeavesTranscendentalFunctionsToTheKernels) {
    Loop loop;
    loop.body.push_back({.op = Op::Sqrt, .operands = {0}});
    EXPECT_TRUE(canLower(loop));
    loop.body.push_back({.op = Op::Tanh, .operands = {0}});
    EXPECT_FALSE(canLower(loop));
}

} // namespace
} // namespace protomind
