// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape.h"
#include "desktop/lessons/line_fit/splatter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

const PlotRange kRange{-1.5, 2.5, -2, 2};

TEST(LandscapeTest, ValuesAreTheLossesInTheMiddleOfTheCells) {
    const LineLoss loss(splatter(20));
    const auto values = landscapeValues(loss, kRange, 8, 4);
    ASSERT_EQ(values.size(), 32u);
    // The first cell is at the top left: smallest m, largest b.
    EXPECT_NEAR(values[0], loss.at({-1.25, 1.5}), 1e-5);
    EXPECT_NEAR(values[7], loss.at({2.25, 1.5}), 1e-5);
    EXPECT_NEAR(values[31], loss.at({2.25, -1.5}), 1e-5);
}

TEST(LandscapeTest, ContoursLieAtTheirLevel) {
    for (unsigned seed = 1; seed < 4; ++seed) {
        const LineLoss loss(splatter(20, seed));
        for (const double level : {0.02, 0.1, 1.0, 7.0}) {
            if (level <= loss.lowest())
                continue;
            const auto parts = contour(loss, level, kRange);
            ASSERT_FALSE(parts.empty());
            for (const QPolygonF& part : parts) {
                EXPECT_GT(part.size(), 50);
                for (const QPointF& place : part)
                    EXPECT_NEAR(loss.at({place.x(), place.y()}), level, 1e-9 * (1 + level));
            }
        }
    }
}

TEST(LandscapeTest, AnEllipseIsClosedAndGoesAroundTheBestLine) {
    const LineLoss loss(splatter(20));
    const auto parts = contour(loss, 0.3, kRange);
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].front(), parts[0].back());
    EXPECT_TRUE(parts[0].containsPoint({loss.optimum().m, loss.optimum().b}, Qt::OddEvenFill));
}

TEST(LandscapeTest, NoLineHasALossBelowTheLowest) {
    const LineLoss loss(splatter(20));
    EXPECT_TRUE(contour(loss, loss.lowest() * 0.99, kRange).empty());
    EXPECT_TRUE(contour(LineLoss(), 1, kRange).empty());
}

TEST(LandscapeTest, AValleyHasTwoSidesInTheWindow) {
    // Nearly, and exactly, above each other.
    for (const double apart : {1e-4, 0.0}) {
        const std::vector<FitPoint> points{{0.5 - apart, 1}, {0.5 + apart, 1.2}};
        const LineLoss loss(points);
        const auto parts = contour(loss, 0.5, kRange);
        ASSERT_EQ(parts.size(), 2u);
        for (const QPolygonF& part : parts) {
            ASSERT_GT(part.size(), 50);
            for (const QPointF& place : part) {
                EXPECT_NEAR(loss.at({place.x(), place.y()}), 0.5, 1e-6);
                EXPECT_GE(place.x(), kRange.left);
                EXPECT_LE(place.x(), kRange.right);
            }
        }
    }
}

TEST(LandscapeTest, LevelsRiseWithinTheScale) {
    for (const double noise : {0.0, 0.2, 1.0}) {
        const LineLoss loss(splatter(20, 7, noise));
        const LossScale scale(loss, kRange);
        ASSERT_GE(scale.levels().size(), 3u);
        EXPECT_LE(scale.levels().size(), 14u);
        EXPECT_TRUE(std::ranges::is_sorted(scale.levels()));
        EXPECT_GE(scale.levels().front(), scale.low() * (1 - 1e-9));
        EXPECT_LE(scale.levels().back(), scale.high() * (1 + 1e-9));
        EXPECT_NEAR(scale.share(scale.low()), 0, 1e-12);
        EXPECT_NEAR(scale.share(scale.high()), 1, 1e-12);
        EXPECT_EQ(scale.share(0), 0);
        // Nothing in the window is higher.
        for (const float value : landscapeValues(loss, kRange, 20, 20))
            EXPECT_LE(static_cast<double>(value), scale.high() * (1 + 1e-6));
    }
}

TEST(LandscapeTest, TheUsualWindowHoldsTheBestLineAndStaysForSmallChanges) {
    const auto points = splatter(20);
    const LandscapeWindow window = usualWindow(LineLoss(points));
    EXPECT_TRUE(window.scaled(0.8).contains(LineLoss(points).optimum()));
    EXPECT_EQ(window.halfM, 2);
    EXPECT_EQ(window.halfB, 2);
    auto moved = points;
    moved[3].y += 0.1;
    EXPECT_EQ(usualWindow(LineLoss(moved)), window);
}

TEST(LandscapeTest, WindowsFollowTheScaleOfTheData) {
    std::vector<FitPoint> years;
    for (int i = 0; i < 20; ++i)
        years.push_back({i * 5.0, 300.0 + 10 * i});
    const LandscapeWindow window = usualWindow(LineLoss(years));
    EXPECT_TRUE(window.contains(LineLoss(years).optimum()));
    EXPECT_GT(window.halfB, 100);
    EXPECT_LT(window.halfM, window.halfB / 16);
}

TEST(LandscapeTest, AWindowGrowsUntilItHoldsWhatIsAskedFor) {
    const LineLoss loss(splatter(20));
    const std::vector<LineWeights> places{{0, 0}, {-30, 12}};
    const LandscapeWindow window = windowWith(loss, places);
    for (const LineWeights place : places)
        EXPECT_TRUE(window.contains(place));
    EXPECT_TRUE(window.contains(loss.optimum()));
    EXPECT_LE(window.halfM, 64);
    // What is at the end of the world is left out.
    const std::vector<LineWeights> far{{1e30, 0}, {1, 1}};
    EXPECT_EQ(windowWith(loss, far), usualWindow(loss));
}

TEST(LandscapeTest, ZoomingNeverLeavesTheNumbers) {
    LandscapeWindow window;
    for (int i = 0; i < 500; ++i)
        window = window.scaled(0.5);
    EXPECT_GE(window.halfM, 1e-4);
    for (int i = 0; i < 500; ++i)
        window = window.scaled(2);
    EXPECT_LE(window.halfM, 1e10);
}

} // namespace
} // namespace protomind
