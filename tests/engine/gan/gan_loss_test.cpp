// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/evaluate.h"
#include "engine/gan/gan_loss.h"
#include "engine/gan/gradient_penalty.h"
#include "engine/graph/build.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

double sigma(double x) {
    return 1 / (1 + std::exp(-x));
}

/// What the papers say of one real and one made score.
double asPrinted(const std::string& loss, bool ofGenerator, double r, double f) {
    if (loss == "relativistic")
        return ofGenerator ? -std::log(sigma(f - r)) : -std::log(sigma(r - f));
    if (loss == "least_squares")
        return ofGenerator ? 0.5 * (f - 1) * (f - 1) : 0.5 * (r - 1) * (r - 1) + 0.5 * f * f;
    if (loss == "wasserstein")
        return ofGenerator ? -f : f - r;
    if (!ofGenerator)
        return -std::log(sigma(r)) - std::log(1 - sigma(f));
    return loss == "original" ? std::log(1 - sigma(f)) : -std::log(sigma(f));
}

class GanLossTest : public testing::TestWithParam<std::string> {
protected:
    static double valueOf(Node (*build)(Node, Node), const Doubles& real, const Doubles& made) {
        Graph graph;
        const auto count = static_cast<std::int64_t>(real.size());
        const Node loss = build(input(graph, "real", {count}), input(graph, "made", {count}));
        EXPECT_EQ(loss.shape(), Shape());
        return evaluate({{loss}}, {{"real", real}, {"made", made}}, 0).front().front();
    }
};

TEST_P(GanLossTest, IsTheMeanOfWhatThePaperPrints) {
    const GanLoss& loss = *findGanLoss(GetParam());
    const Doubles real{0.3, -1.2, 2, 0};
    const Doubles made{-0.5, 0.7, 0, 3};
    for (const bool ofGenerator : {false, true}) {
        double expected = 0;
        for (std::size_t i = 0; i < real.size(); ++i)
            expected += asPrinted(loss.name, ofGenerator, real[i], made[i]) / 4;
        EXPECT_NEAR(valueOf(ofGenerator ? loss.generator : loss.discriminator, real, made), expected, 1e-9);
    }
}

TEST_P(GanLossTest, StaysFiniteWhereOneOfThemIsSure) {
    const GanLoss& loss = *findGanLoss(GetParam());
    for (const double sure : {-80.0, 80.0}) {
        EXPECT_TRUE(std::isfinite(valueOf(loss.discriminator, {sure}, {-sure})));
        EXPECT_TRUE(std::isfinite(valueOf(loss.generator, {sure}, {-sure})));
    }
}

TEST_P(GanLossTest, IsUsuallyUsedWithAPenaltyThatThereIs) {
    EXPECT_NE(findGanPenalty(findGanLoss(GetParam())->penalty), nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    All, GanLossTest,
    [] {
        std::vector<std::string> names;
        for (const GanLoss& loss : ganLosses())
            names.push_back(loss.name);
        return testing::ValuesIn(names);
    }(),
    [](const auto& loss) { return loss.param; });

double toldApartOf(const std::string& loss, const Doubles& real, const Doubles& made) {
    Graph graph;
    const auto count = static_cast<std::int64_t>(real.size());
    const Node told =
        toldApart(*findGanLoss(loss), input(graph, "real", {count}), input(graph, "made", {count}));
    return evaluate({{told}}, {{"real", real}, {"made", made}}, 0).front().front();
}

TEST(ToldApart, CountsBothKindsWhereAScoreSaysSomething) {
    EXPECT_DOUBLE_EQ(toldApartOf("original", {1, 2, -1, 3}, {-1, -2, 1, 1}), 0.625);
    EXPECT_DOUBLE_EQ(toldApartOf("least_squares", {1, 0.4}, {0.4, 0.6}), 0.5);
}

TEST(ToldApart, CountsPairsWhereOnlyTwoScoresCanBeCompared) {
    EXPECT_DOUBLE_EQ(toldApartOf("relativistic", {5, 7, 1, 3}, {4, 6, 2, 2}), 0.75);
    EXPECT_DOUBLE_EQ(toldApartOf("wasserstein", {-5, -7}, {-6, -6}), 0.5);
}

} // namespace
} // namespace protomind
