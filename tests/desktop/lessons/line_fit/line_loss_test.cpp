// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/line_loss.h"
#include "desktop/lessons/line_fit/splatter.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

const std::vector<LineWeights> kPlaces = {{0, 0}, {0.7, 0.2}, {-3, 1.5}, {12, -40}, {1e-3, 5}};

TEST(LineLossTest, IsTheMeanOfTheSquaredErrors) {
    for (const int count : {1, 2, 5, 100}) {
        const auto points = splatter(count);
        const LineLoss loss(points);
        for (const LineWeights place : kPlaces)
            EXPECT_NEAR(loss.at(place), meanSquaredError(points, place),
                        1e-10 * (1 + meanSquaredError(points, place)));
    }
}

TEST(LineLossTest, GradientsAreThoseOfFiniteDifferences) {
    const auto points = splatter(30);
    const LineLoss loss(points);
    constexpr double kStep = 1e-5;
    for (const LineWeights place : kPlaces) {
        const LineWeights gradient = loss.gradient(place);
        const double alongM = (meanSquaredError(points, {place.m + kStep, place.b}) -
                               meanSquaredError(points, {place.m - kStep, place.b})) /
                              (2 * kStep);
        const double alongB = (meanSquaredError(points, {place.m, place.b + kStep}) -
                               meanSquaredError(points, {place.m, place.b - kStep})) /
                              (2 * kStep);
        EXPECT_NEAR(gradient.m, alongM, 1e-5 * (1 + std::abs(alongM)));
        EXPECT_NEAR(gradient.b, alongB, 1e-5 * (1 + std::abs(alongB)));
    }
}

TEST(LineLossTest, TheOptimumIsFlatAndNothingIsLower) {
    for (unsigned seed = 1; seed < 6; ++seed) {
        const auto points = splatter(20, seed);
        const LineLoss loss(points);
        ASSERT_TRUE(loss.hasOneOptimum());
        const LineWeights best = loss.optimum({5, 5});
        EXPECT_EQ(best, loss.optimum());
        EXPECT_NEAR(loss.gradient(best).m, 0, 1e-12);
        EXPECT_NEAR(loss.gradient(best).b, 0, 1e-12);
        EXPECT_NEAR(loss.lowest(), meanSquaredError(points, best), 1e-12);
        for (const double dm : {-0.1, 0.0, 0.1})
            for (const double db : {-0.1, 0.0, 0.1})
                EXPECT_GE(loss.at({best.m + dm, best.b + db}), loss.lowest());
    }
}

TEST(LineLossTest, PointsOnALineHaveALineWithoutLoss) {
    const std::vector<FitPoint> points{{-1, -0.5}, {0, 0.2}, {2, 1.6}};
    const LineLoss loss(points);
    EXPECT_NEAR(loss.lowest(), 0, 1e-24);
    EXPECT_NEAR(loss.optimum().m, 0.7, 1e-12);
    EXPECT_NEAR(loss.optimum().b, 0.2, 1e-12);
}

TEST(LineLossTest, PointsAboveEachOtherHaveAValleyOfBestLines) {
    const std::vector<FitPoint> points{{0.5, 1}, {0.5, 3}};
    const LineLoss loss(points);
    EXPECT_FALSE(loss.hasOneOptimum());
    EXPECT_NEAR(loss.lowest(), 1, 1e-12);
    for (const LineWeights from : kPlaces) {
        const LineWeights best = loss.optimum(from);
        EXPECT_NEAR(best.at(0.5), 2, 1e-9);
        EXPECT_NEAR(loss.at(best), loss.lowest(), 1e-9);
        // The nearest: the way there is along the gradient.
        EXPECT_NEAR((best.m - from.m) * 1 - (best.b - from.b) * 0.5, 0, 1e-9);
    }
}

TEST(LineLossTest, FarFromZeroNothingIsLostToRounding) {
    // Years against something that hardly changes: sums of squares would have no figures left.
    std::vector<FitPoint> points;
    for (int i = 0; i < 50; ++i)
        points.push_back({2000.0 + i, 1e6 + 0.001 * i});
    const LineLoss loss(points);
    EXPECT_NEAR(loss.optimum().m, 0.001, 1e-9);
    EXPECT_NEAR(loss.at(loss.optimum()), 0, 1e-12) << "Rounding errors may be negative as well.";
}

TEST(LineLossTest, NoPointsHaveNoLoss) {
    const LineLoss loss;
    EXPECT_TRUE(loss.empty());
    EXPECT_EQ(loss.at({3, 4}), 0);
    EXPECT_EQ(loss.gradient({3, 4}), LineWeights());
    EXPECT_EQ(loss.optimum({3, 4}), (LineWeights{3, 4}));
}

} // namespace
} // namespace protomind
