// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/line_fit.h"
#include "desktop/lessons/line_fit/splatter.h"

#include <gmock/gmock.h>

#include <limits>

namespace protomind {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TEST(LineFitTest, KnowsErrorsAndLossOfItsLine) {
    LineFit fit;
    fit.setPoints({{0, 1}, {2, 1}});
    fit.setWeights({0.5, 0.5}, true);
    EXPECT_DOUBLE_EQ(fit.error(0), -0.5);
    EXPECT_DOUBLE_EQ(fit.error(1), 0.5);
    EXPECT_DOUBLE_EQ(fit.loss(), 0.25);
}

TEST(LineFitTest, LeavesOutWhatIsNoPoint) {
    LineFit fit;
    fit.setPoints({{0, 1}, {kNaN, 1}, {1, std::numeric_limits<double>::infinity()}});
    EXPECT_EQ(fit.points().size(), 1u);
    fit.setPoints(std::vector<FitPoint>(LineFit::kMostPoints + 5, FitPoint{1, 1}));
    EXPECT_EQ(fit.points().size(), LineFit::kMostPoints);
}

TEST(LineFitTest, CountsChangesOfPointsAlone) {
    LineFit fit;
    fit.setPoints({{0, 1}});
    const int version = fit.pointsVersion();
    fit.setPoints({{0, 1}});
    fit.setWeights({1, 1}, true);
    EXPECT_EQ(fit.pointsVersion(), version);
    fit.setPoints({{0, 2}});
    EXPECT_NE(fit.pointsVersion(), version);
}

TEST(LineFitTest, ThePathHoldsWhatWasAddedToIt) {
    LineFit fit;
    fit.setWeights({1, 0}, false);
    fit.clearPath();
    fit.setWeights({2, 0}, true);
    fit.setWeights({3, 0}, false);
    fit.setWeights({4, 0}, true);
    EXPECT_THAT(fit.path(), testing::ElementsAre(LineWeights{1, 0}, LineWeights{2, 0}, LineWeights{4, 0}));
    // The same place in other rounding is no step.
    fit.setWeights({static_cast<double>(4.0f + 1e-7f), 0}, true);
    EXPECT_EQ(fit.path().size(), 3u);
    fit.clearPath();
    EXPECT_EQ(fit.path().size(), 1u);
}

TEST(LineFitTest, WhatIsNoNumberIsShownAndNotWalked) {
    LineFit fit;
    fit.setWeights({1, 0}, true);
    const auto before = fit.path().size();
    fit.setWeights({kNaN, 0}, true);
    EXPECT_EQ(fit.path().size(), before);
    EXPECT_FALSE(fit.weights().isFinite());
}

TEST(LineFitTest, ALongPathIsThinnedAndKeepsItsEnds) {
    LineFit fit;
    fit.setWeights({-1, 0}, false);
    fit.clearPath();
    for (int step = 0; step < 5000; ++step) {
        fit.setWeights({step * 0.01, 1}, true);
        ASSERT_LE(fit.path().size(), LineFit::kMostPath);
        ASSERT_EQ(fit.path().front(), (LineWeights{-1, 0}));
        ASSERT_EQ(fit.path().back(), (LineWeights{step * 0.01, 1}));
    }
    EXPECT_GT(fit.path().size(), LineFit::kMostPath / 4);
    for (std::size_t step = 1; step < fit.path().size(); ++step)
        EXPECT_GT(fit.path()[step].m, fit.path()[step - 1].m);
}

TEST(PointsRangeTest, IsTheSameForAllUsualPoints) {
    EXPECT_EQ(rangeOf({}), rangeOf(splatter(20)));
    EXPECT_EQ(rangeOf(splatter(5)), rangeOf(splatter(100, 3)));
}

TEST(PointsRangeTest, HoldsOtherPointsWithRoom) {
    for (const std::vector<FitPoint>& points :
         {std::vector<FitPoint>{{1950, 2}, {2020, 9}}, {{3, 3}}, {{-0.1, 500}, {0.1, 900}}}) {
        const PlotRange range = rangeOf(points);
        for (const FitPoint& point : points) {
            EXPECT_GT(point.x, range.left);
            EXPECT_LT(point.x, range.right);
            EXPECT_GT(point.y, range.low);
            EXPECT_LT(point.y, range.high);
        }
    }
}

TEST(PointsRangeTest, StaysWhileItServes) {
    const PlotRange before{-2, 2, -2, 2};
    EXPECT_EQ(steadyRange(before, splatter(20)), before);
    EXPECT_NE(steadyRange(before, std::vector<FitPoint>{{3, 0}}), before);
    const PlotRange large{-20, 20, -20, 20};
    EXPECT_NE(steadyRange(large, splatter(20)), large);
}

} // namespace
} // namespace protomind
