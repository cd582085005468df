// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape_view.h"
#include "desktop/lessons/line_fit/landscape_walk.h"
#include "desktop/lessons/line_fit/mouse.h"
#include "desktop/lessons/line_fit/splatter.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

class LandscapeViewTest : public testing::Test {
protected:
    LandscapeViewTest() {
        m_fit.setPoints(splatter(20));
        m_fit.setWeights({0, 1}, true);
        m_view.resize(420, 420);
        m_view.show();
        QObject::connect(&m_view, &LandscapeView::weightsEdited, &m_view,
                         [this](double m, double b, SceneGesture gesture) {
                             m_fit.setWeights({m, b}, true);
                             m_gestures.insert(gesture);
                             m_view.refresh();
                         });
        m_view.refresh();
    }
    [[nodiscard]] QPointF at(double m, double b) const { return m_view.axes().place({m, b}); }
    QImage painted() { return m_view.grab().toImage(); }

    LineFit m_fit;
    LandscapeView m_view{m_fit};
    std::set<SceneGesture> m_gestures;
};

TEST_F(LandscapeViewTest, ThePlaceIsDraggedInOneGesture) {
    const QSignalSpy ended(&m_view, &LandscapeView::gestureEnded);
    dragMouse(m_view, at(0, 1), at(1, -0.5));
    EXPECT_NEAR(m_fit.weights().m, 1, 0.02);
    EXPECT_NEAR(m_fit.weights().b, -0.5, 0.02);
    EXPECT_EQ(m_gestures.size(), 1u);
    EXPECT_EQ(ended.count(), 1);
    EXPECT_GT(m_fit.path().size(), 5u);
}

TEST_F(LandscapeViewTest, OnlyThePlaceCanBeDragged) {
    dragMouse(m_view, at(1.5, 0), at(1, -0.5));
    EXPECT_EQ(m_fit.weights(), (LineWeights{0, 1}));
}

TEST_F(LandscapeViewTest, ADragStopsAtTheEdge) {
    dragMouse(m_view, at(0, 1), QPointF(-500, 5000));
    EXPECT_TRUE(m_view.placeIsSeen());
    const PlotRange range = m_view.axes().range();
    EXPECT_NEAR(m_fit.weights().m, range.left, 0.01);
    EXPECT_NEAR(m_fit.weights().b, range.low, 0.01);
}

TEST_F(LandscapeViewTest, ADoubleClickJumpsThere) {
    QTest::mouseDClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(1.5, -1).toPoint());
    QTest::mouseRelease(&m_view, Qt::LeftButton, Qt::NoModifier, at(1.5, -1).toPoint());
    EXPECT_NEAR(m_fit.weights().m, 1.5, 0.02);
    EXPECT_NEAR(m_fit.weights().b, -1, 0.02);
    EXPECT_FALSE(m_view.isDragging());
}

TEST_F(LandscapeViewTest, ArrowsMoveAndSignsZoom) {
    QTest::keyClick(&m_view, Qt::Key_Right);
    QTest::keyClick(&m_view, Qt::Key_Down);
    EXPECT_EQ(m_fit.weights(), (LineWeights{0.05, 0.95}));
    QTest::keyClick(&m_view, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_NEAR(m_fit.weights().m, 0.04, 1e-9);
    QTest::keyClick(&m_view, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_NEAR(m_fit.weights().b, 1.2, 1e-9);
    EXPECT_EQ(m_gestures.size(), 1u);
    const LandscapeWindow before = m_view.window();
    QTest::keyClick(&m_view, Qt::Key_Minus);
    EXPECT_GT(m_view.window().halfM, before.halfM);
    QTest::keyClick(&m_view, Qt::Key_Plus);
    EXPECT_NEAR(m_view.window().halfM, before.halfM, 1e-9);
    QTest::keyClick(&m_view, Qt::Key_Minus);
    QTest::keyClick(&m_view, Qt::Key_0);
    EXPECT_EQ(m_view.window(), before);
}

TEST_F(LandscapeViewTest, ZoomingKeepsThePlaceWhereItIs) {
    const QPointF before = at(0, 1);
    m_view.zoom(0.5);
    EXPECT_NEAR(at(0, 1).x(), before.x(), 1e-6);
    EXPECT_NEAR(at(0, 1).y(), before.y(), 1e-6);
}

TEST_F(LandscapeViewTest, ReadsTheLossUnderThePointer) {
    EXPECT_TRUE(m_view.reading().isEmpty());
    moveMouse(m_view, at(0.5, -1));
    const QString text = m_view.reading();
    EXPECT_TRUE(text.startsWith(QStringLiteral("m 0.5"))) << text.toStdString();
    const double said = text.section(QStringLiteral("loss "), 1).toDouble();
    EXPECT_NEAR(said, m_fit.lossOf().at({0.5, -1}), 0.02);
    moveMouse(m_view, QPointF(2, 2));
    EXPECT_TRUE(m_view.reading().isEmpty());
}

TEST_F(LandscapeViewTest, TheHoveredLevelIsDrawnStrongly) {
    const QImage before = painted();
    moveMouse(m_view, at(0.5, -1));
    const QImage hovered = painted();
    // Somewhere else on the same contour.
    const auto parts = contour(m_fit.lossOf(), m_fit.lossOf().at({0.5, -1}), m_view.axes().range());
    ASSERT_EQ(parts.size(), 1u);
    int changed = 0;
    int seen = 0;
    for (const QPointF& value : parts[0]) {
        const QPoint place = m_view.axes().place(value).toPoint();
        if (!m_view.axes().area().adjusted(4, 4, -4, -4).contains(place))
            continue;
        ++seen;
        changed += before.pixel(place) != hovered.pixel(place) ? 1 : 0;
    }
    EXPECT_GT(seen, 20);
    EXPECT_GT(changed, seen * 3 / 4);
}

TEST_F(LandscapeViewTest, TheGroundIsPaintedAnewOnlyWhenItMust) {
    painted();
    const int first = m_view.ground().paintings();
    m_fit.setWeights({1, 1}, true);
    m_view.refresh();
    painted();
    moveMouse(m_view, at(0.5, -1));
    painted();
    EXPECT_EQ(m_view.ground().paintings(), first);
    m_view.zoom(2);
    painted();
    EXPECT_EQ(m_view.ground().paintings(), first + 1);
    auto points = m_fit.points();
    points[0].y += 0.01;
    m_fit.setPoints(points);
    m_view.refresh();
    painted();
    EXPECT_EQ(m_view.ground().paintings(), first + 2);
}

TEST_F(LandscapeViewTest, TheWindowStaysWhilePointsChangeALittle) {
    const LandscapeWindow before = m_view.window();
    auto points = m_fit.points();
    points[0].y += 0.3;
    m_fit.setPoints(points);
    m_view.refresh();
    EXPECT_EQ(m_view.window(), before);
    // And follows where the best line leaves it - but not in the middle of a drag.
    for (FitPoint& point : points)
        point.y += 6;
    m_fit.setPoints(points);
    m_view.refresh(true);
    EXPECT_EQ(m_view.window(), before);
    m_view.refresh();
    EXPECT_TRUE(m_view.window().contains(m_fit.lossOf().optimum()));
}

TEST_F(LandscapeViewTest, APlaceOutsideIsSaidAndCanBeSeenAgain) {
    m_fit.setWeights({40, -9}, true);
    m_view.refresh();
    EXPECT_FALSE(m_view.placeIsSeen());
    EXPECT_TRUE(m_view.accessibleDescription().contains(QStringLiteral("outside")));
    painted();
    m_view.fitWindow();
    EXPECT_TRUE(m_view.placeIsSeen());
    m_fit.setWeights({1e200, std::nan("")}, true);
    m_view.refresh();
    EXPECT_FALSE(m_view.placeIsSeen());
    painted();
    m_view.fitWindow();
    EXPECT_TRUE(m_view.window().contains(m_fit.lossOf().optimum()));
}

TEST_F(LandscapeViewTest, WhatIsLockedStaysAndSaysWhy) {
    const QSignalSpy refused(&m_view, &LandscapeView::refused);
    m_view.setLock(QStringLiteral("Training moves the line."));
    dragMouse(m_view, at(0, 1), at(1, -0.5));
    QTest::mouseDClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(1.5, -1).toPoint());
    QTest::keyClick(&m_view, Qt::Key_Right);
    EXPECT_EQ(m_fit.weights(), (LineWeights{0, 1}));
    EXPECT_EQ(refused.count(), 3);
}

TEST_F(LandscapeViewTest, TheHeatMapHasTheColoursOfTheLosses) {
    const LossScale scale(m_fit.lossOf(), m_view.axes().range());
    const QImage map = heatMap(m_fit.lossOf(), m_view.axes().range(), scale, 64, 64);
    const auto lightness = [](QRgb colour) { return QColor::fromRgb(colour).lightness(); };
    const PlotAxes cells(m_view.axes().range(), QRectF(0, 0, 64, 64));
    const LineWeights best = m_fit.lossOf().optimum();
    const QPoint lowest = cells.place({best.m, best.b}).toPoint();
    EXPECT_LT(lightness(map.pixel(lowest)), 60);
    EXPECT_GT(lightness(map.pixel(0, 63)) + lightness(map.pixel(63, 0)), lightness(map.pixel(lowest)) * 3);
}

TEST(LandscapeWalkTest, TheArrowGoesDownAndIsPerpendicularToTheContour) {
    LineFit fit;
    fit.setPoints(splatter(20));
    const PlotAxes axes = PlotAxes::fitted({-1.5, 2.5, -2, 2}, QRectF(0, 0, 300, 300));
    for (const LineWeights place : {LineWeights{0, 1}, LineWeights{2, -1}, LineWeights{-1, -1}}) {
        fit.setWeights(place, true);
        const auto end = downhillEnd(fit, axes, 14);
        ASSERT_TRUE(end);
        const QPointF from = axes.place({place.m, place.b});
        const QPointF step = (*end - from) / 1000;
        const QPointF below = axes.value(from + step);
        EXPECT_LT(fit.lossOf().at({below.x(), below.y()}), fit.loss());
        const QPointF along = axes.value(from + QPointF(-step.y(), step.x()));
        EXPECT_NEAR(fit.lossOf().at({along.x(), along.y()}), fit.loss(),
                    0.01 * (fit.loss() - fit.lossOf().at({below.x(), below.y()})));
    }
    const LineWeights best = fit.lossOf().optimum();
    fit.setWeights(best, true);
    EXPECT_FALSE(downhillEnd(fit, axes, 14));
}

TEST(LandscapeWalkTest, WhatIsFarOutsideKeepsItsDirection) {
    const PlotAxes axes({-1, 1, -1, 1}, QRectF(0, 0, 200, 200));
    const std::vector<LineWeights> path{{0, 0}, {3e8, -4e8}};
    const QPolygonF places = walkPlaces(path, axes);
    EXPECT_EQ(places[0], QPointF(100, 100));
    EXPECT_LT(std::abs(places[1].x()) + std::abs(places[1].y()), 1e5);
    EXPECT_NEAR((places[1].y() - 100) / (places[1].x() - 100), 4.0 / 3, 1e-6);
    const QPointF edge = edgeTowards(axes.area(), places[1], 10);
    EXPECT_NEAR(edge.y(), 190, 1e-6);
    EXPECT_TRUE(axes.area().contains(edge));
}

} // namespace
} // namespace protomind
