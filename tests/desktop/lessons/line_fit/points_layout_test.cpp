// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/points_layout.h"
#include "desktop/lessons/line_fit/splatter.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

class PointsLayoutTest : public testing::Test {
protected:
    PointsLayoutTest() {
        m_fit.setPoints({{-0.5, 0.75}, {0.6, -0.9}});
        m_fit.setWeights({0.5, 0.25}, true);
    }
    [[nodiscard]] PointsLayout places() const { return {m_fit, m_axes}; }

    LineFit m_fit;
    PlotAxes m_axes{{-1, 1, -1, 1}, QRectF(100, 50, 400, 400)};
};

TEST_F(PointsLayoutTest, ASquareHasTheErrorAsItsSide) {
    for (std::size_t index = 0; index < 2; ++index) {
        const QRectF square = places().square(index);
        EXPECT_NEAR(square.width(), std::abs(m_fit.error(index)) * 200, 1e-9);
        EXPECT_NEAR(square.height(), square.width(), 1e-9);
        // One side goes from the point to the line.
        const double x = m_fit.points()[index].x;
        const QPointF onLine = m_axes.place({x, m_fit.weights().at(x)});
        EXPECT_NEAR(std::max(square.bottom(), square.top()), std::max(places().point(index).y(), onLine.y()),
                    1e-9);
        EXPECT_NEAR(std::min(square.bottom(), square.top()), std::min(places().point(index).y(), onLine.y()),
                    1e-9);
    }
    EXPECT_NEAR(places().square(0).right(), places().point(0).x(), 1e-9);
    EXPECT_NEAR(places().square(1).left(), places().point(1).x(), 1e-9);
}

TEST_F(PointsLayoutTest, ASquareIsOneWhereTheScalesDiffer) {
    m_axes = PlotAxes({-1, 1, -10, 10}, QRectF(0, 0, 400, 400));
    EXPECT_NEAR(places().square(0).width(), places().square(0).height(), 1e-9);
}

TEST_F(PointsLayoutTest, TheLineIsSeenFromEdgeToEdge) {
    const auto line = places().line();
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->x1(), 100, 1e-9);
    EXPECT_NEAR(line->x2(), 500, 1e-9);
    m_fit.setWeights({100, 0}, false);
    ASSERT_TRUE(places().line());
    EXPECT_NEAR(places().line()->y1(), 450, 1e-6);
    EXPECT_NEAR(places().line()->y2(), 50, 1e-6);
    m_fit.setWeights({0, 5}, false);
    EXPECT_FALSE(places().line());
    m_fit.setWeights({1, 5}, false);
    EXPECT_FALSE(places().line());
    m_fit.setWeights({std::nan(""), 0}, false);
    EXPECT_FALSE(places().line());
}

TEST_F(PointsLayoutTest, HandlesLieOnTheLineAndNeverLeaveThePicture) {
    EXPECT_EQ(places().middle(), m_axes.place({0, 0.25}));
    const QPointF end = m_axes.value(places().end());
    EXPECT_NEAR(end.y(), m_fit.weights().at(end.x()), 1e-6);
    EXPECT_GT(end.x(), 0.5);
    for (const LineWeights weights :
         {LineWeights{300, 0}, LineWeights{-40, 3}, LineWeights{0, 99}, LineWeights{0, -99},
          LineWeights{1e300, 1e300}, LineWeights{std::nan(""), 0}}) {
        m_fit.setWeights(weights, false);
        EXPECT_TRUE(m_axes.area().contains(places().middle())) << weights.m;
        EXPECT_TRUE(m_axes.area().contains(places().end())) << weights.m;
    }
}

TEST_F(PointsLayoutTest, HandlesAreHitBeforePointsAndPointsBeforeTheLine) {
    EXPECT_EQ(places().hit(places().middle() + QPointF(3, 0), 10, true).part, PointsPart::Middle);
    EXPECT_EQ(places().hit(places().end(), 10, true).part, PointsPart::End);
    EXPECT_EQ(places().hit(places().point(1), 10, true), (PointsTarget{PointsPart::Point, 1}));
    EXPECT_EQ(places().hit(m_axes.place({-0.8, -0.15}), 10, true).part, PointsPart::Line);
    EXPECT_EQ(places().hit(m_axes.place({-0.8, -0.15}), 10, false).part, PointsPart::Nothing);
    EXPECT_EQ(places().hit(m_axes.place({-0.8, -0.8}), 10, true).part, PointsPart::Nothing);
    m_fit.setPoints({{0, 0.25}});
    EXPECT_EQ(places().hit(places().middle(), 10, true).part, PointsPart::Middle);
    EXPECT_EQ(places().hit(places().middle(), 10, false).part, PointsPart::Point);
    m_fit.setPoints({{-0.8, -0.15}});
    EXPECT_EQ(places().hit(places().point(0), 10, true).part, PointsPart::Point);
}

TEST_F(PointsLayoutTest, MovingKeepsTheSlopeAndTurningTheMiddle) {
    const LineWeights moved = places().movedTo(m_axes.place({0.3, -0.5}));
    EXPECT_EQ(moved, (LineWeights{0.5, -0.5}));
    const LineWeights turned = places().turnedTo(m_axes.place({0.5, 0.75}));
    EXPECT_EQ(turned, (LineWeights{1, 0.25}));
    // Behind the middle it turns as far as it gets, and stays a number.
    const LineWeights steep = places().turnedTo(m_axes.place({-0.7, 0.9}));
    EXPECT_TRUE(steep.isFinite());
    EXPECT_GT(steep.m, 5);
}

TEST_F(PointsLayoutTest, FarFromZeroTheLineTurnsAboutTheMiddleOfThePicture) {
    m_axes = PlotAxes({100, 110, 0, 10}, QRectF(0, 0, 400, 400));
    m_fit.setWeights({1, -100}, false);
    const LineWeights turned = places().turnedTo(m_axes.place({109, 1}));
    EXPECT_NEAR(turned.at(105), 5, 1e-9);
    EXPECT_NEAR(turned.m, -1, 1e-9);
    const LineWeights moved = places().movedTo(m_axes.place({105, 7}));
    EXPECT_NEAR(moved.at(105), 7, 0.01);
    EXPECT_EQ(moved.m, 1);
}

} // namespace
} // namespace protomind
