// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/device/reference/evaluate.h"
#include "engine/gan/gradient_penalty.h"
#include "engine/graph/build.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace protomind {
namespace {

/// The score w1 x1^2 + w2 x2 of samples [2, 2], whose slope is (2 w1 x1, w2).
struct Scored {
    Graph graph;
    Node samples = input(graph, "samples", {2, 2});
    Node weights = input(graph, "weights", {2});
    Node scores = reshape(
        reduceSum(
            concat(std::array{square(slice(samples, {0, 0}, {2, 1})), slice(samples, {0, 1}, {2, 1})}, 1) *
                weights,
            {1}),
        Shape{2});
    NamedValues values{{"samples", {3, 9, -1, 4}}, {"weights", {0.5, 2}}};
};

TEST(GradientPenalty, SquaredSlopesAreEachSamplesOwn) {
    Scored scored;
    const Node slopes = squaredSlopes(scored.scores, scored.samples);
    EXPECT_EQ(evaluate({{slopes}}, scored.values, 0).front(), (std::vector<double>{9 + 4, 1 + 4}));
}

TEST(GradientPenalty, TrainingGoesThroughSlopes) {
    Scored scored;
    const Node price = reshape(reduceSum(squaredSlopes(scored.scores, scored.samples)), Shape{});
    // d/dw of sum 4 w1^2 x1^2 + w2^2.
    const std::vector<Node> byWeights = gradient(price, {{scored.weights}});
    EXPECT_EQ(evaluate(byWeights, scored.values, 0).front(),
              (std::vector<double>{8 * 0.5 * (9 + 1), 2 * 2 * 2.0}));
}

TEST(GradientPenalty, ASlopeOfOneIsFreeAndNoSlopeHasAGradient) {
    Graph graph;
    const Node squared = input(graph, "squared", {3});
    const Node price = distanceFromSlopeOne(squared);
    const auto priceOf = [&](std::vector<double> values) {
        return evaluate({{price}}, {{"squared", std::move(values)}}, 0).front().front();
    };
    EXPECT_NEAR(priceOf({1, 1, 1}), 0, 1e-9);
    EXPECT_NEAR(priceOf({4, 0, 1}), 2.0 / 3, 1e-5);
    const std::vector<Node> back = gradient(price, {{squared}});
    const std::vector<double> found = evaluate(back, {{"squared", {0, 0, 0}}}, 0).front();
    for (const double number : found)
        EXPECT_TRUE(std::isfinite(number));
}

TEST(GradientPenalty, PointsBetweenLieOnTheWayOfTheirPair) {
    Graph graph;
    const Node real = input(graph, "real", {64, 2});
    const Node made = input(graph, "made", {64, 2});
    std::vector<double> ones(128, 1.0);
    std::vector<double> twos(128, 2.0);
    for (std::size_t i = 0; i < 128; i += 2)
        twos[i] = 3;
    const auto points =
        evaluate({{pointsBetween(real, made, 5, 1)}}, {{"real", ones}, {"made", twos}}, 0).front();
    double sum = 0;
    for (std::size_t i = 0; i < 128; i += 2) {
        const double share = (3 - points[i]) / 2;
        EXPECT_GE(share, 0);
        EXPECT_LE(share, 1);
        EXPECT_NEAR(2 - points[i + 1], share, 1e-6);
        sum += share;
    }
    EXPECT_NEAR(sum / 64, 0.5, 0.15);
}

} // namespace
} // namespace protomind
