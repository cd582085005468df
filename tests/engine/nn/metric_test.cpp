// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/model.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

TEST(Metric, TakesTheLargestOfSeveralScores) {
    Graph graph;
    const Node scores = input(graph, "scores", {4, 3});
    const Node labels = input(graph, "labels", {4});
    const NamedValues values{{"scores", {1, 5, 2, -1, -2, -3, 0, 0, 9, 4, 4, 1}}, {"labels", {1, 0, 1, 0}}};
    EXPECT_EQ(predictedClass(scores).shape(), Shape{4});
    EXPECT_EQ(valueOf(predictedClass(scores), values), (Doubles{1, 0, 2, 0})); // of equal ones the first
    EXPECT_EQ(correctCount(scores, labels).shape(), Shape());
    EXPECT_EQ(valueOf(correctCount(scores, labels), values), Doubles{3});
    EXPECT_EQ(valueOf(accuracy(scores, labels), values), Doubles{0.75});
}

TEST(Metric, ComparesASingleScoreWithTheThreshold) {
    Graph graph;
    const Node scores = input(graph, "scores", {5, 1});
    const Node labels = input(graph, "labels", {5, 1});
    const NamedValues values{{"scores", {-3, 0, 0.4, 0.6, 7}}, {"labels", {0, 0, 1, 1, 0}}};
    EXPECT_EQ(valueOf(predictedClass(scores), values), (Doubles{0, 0, 1, 1, 1}));
    EXPECT_EQ(valueOf(predictedClass(scores, 0.5f), values), (Doubles{0, 0, 0, 1, 1}));
    EXPECT_EQ(valueOf(correctCount(scores, labels), values), Doubles{4});
    EXPECT_EQ(valueOf(correctCount(scores, labels, 0.5f), values), Doubles{3});
}

TEST(Metric, DecidesAtOneHalfOnlyWhereTheModelGivesLabelsThemselves) {
    Graph graph;
    BuiltModel plain;
    plain.output = plain.logits = input(graph, "y", {2, 1});
    BuiltModel squeezed = plain;
    squeezed.output = sigmoid(plain.output);
    EXPECT_EQ(decisionThreshold(*findLoss("mean_squared_error"), plain), 0.5f);
    EXPECT_EQ(decisionThreshold(*findLoss("mean_squared_error"), squeezed), 0.0f);
    EXPECT_EQ(decisionThreshold(*findLoss("binary_cross_entropy"), plain), 0.0f);
    EXPECT_EQ(decisionThreshold(*findLoss("hinge"), plain), 0.0f);
    const Node labels = input(graph, "labels", {2});
    const NamedValues values{{"y", {0.3, 0.8}}, {"labels", {0, 1}}};
    EXPECT_EQ(valueOf(accuracy(*findLoss("mean_squared_error"), plain, labels), values), Doubles{1.0});
    EXPECT_EQ(valueOf(accuracy(*findLoss("hinge"), plain, labels), values), Doubles{0.5});
}

} // namespace
} // namespace protomind
