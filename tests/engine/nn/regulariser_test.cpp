// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/regulariser.h"

#include <gtest/gtest.h>

#include <array>

namespace protomind {
namespace {

struct Penalised {
    Graph graph;
    std::vector<NetworkVariable> variables{
        {"a/kernel", variable(graph, "a/kernel", {2, 2}), {}, true, true},
        {"a/bias", variable(graph, "a/bias", {2}), {}, true, false},
        {"b/kernel", variable(graph, "b/kernel", {3}), {}, true, true},
    };
    NamedValues values{{"a/kernel", {1, -2, 3, -4}}, {"a/bias", {100, 100}}, {"b/kernel", {0.5, -0.5, 2}}};
};

TEST(WeightPenalty, IsThePriceOfKernelsAlone) {
    Penalised p;
    EXPECT_NEAR(valueOf(weightPenalty(p.graph, p.variables, 0.5, 0), p.values)[0], 0.5 * (10 + 3), 1e-9);
    EXPECT_NEAR(valueOf(weightPenalty(p.graph, p.variables, 0, 0.25), p.values)[0], 0.25 * (30 + 4.5), 1e-9);
    EXPECT_NEAR(valueOf(weightPenalty(p.graph, p.variables, 0.5, 0.25), p.values)[0], 6.5 + 8.625, 1e-9);
}

TEST(WeightPenalty, IsNullWhereThereIsNothingToPay) {
    Penalised p;
    EXPECT_FALSE(weightPenalty(p.graph, p.variables, 0, 0));
    EXPECT_FALSE(weightPenalty(p.graph, std::span(p.variables).subspan(1, 1), 1, 1));
}

TEST(WeightPenalty, PullsTowardsZero) {
    Penalised p;
    const Node penalty = weightPenalty(p.graph, p.variables, 0.5, 0.25);
    const std::array targets{p.variables[0].node, p.variables[1].node};
    EXPECT_EQ(gradientMismatch(penalty, targets, p.values), "");
    const std::vector<double> slope = valueOf(gradient(penalty, targets)[0], p.values);
    EXPECT_NEAR(slope[1], -0.5 + 2 * 0.25 * -2, 1e-9);
}

TEST(SoftThreshold, MovesTowardsZeroAndNoFarther) {
    Graph graph;
    const Node x = variable(graph, "x", {6});
    const std::vector<double> moved =
        valueOf(softThreshold(x, constant(graph, 0.5f)), {{"x", {2, 0.5, 0.25, -0.25, -0.5, -3}}});
    EXPECT_EQ(moved, (std::vector<double>{1.5, 0, 0, 0, 0, -2.5}));
}

} // namespace
} // namespace protomind
