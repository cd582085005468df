// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/point_pad.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

class PointPadTest : public testing::Test {
protected:
    PointPadTest() {
        m_pad.resize(260, 260);
        m_pad.show();
        QObject::connect(
            &m_pad, &PointPad::edited, &m_pad,
            [this](const std::vector<ClickedPoint>&, Gesture gesture) { m_gestures.insert(gesture); });
    }
    QPoint at(double x, double y) { return m_pad.positionOf(x, y).toPoint(); }
    void drag(Qt::MouseButton button, double fromX, double toX, double y) {
        QTest::mousePress(&m_pad, button, Qt::NoModifier, at(fromX, y));
        for (int step = 1; step <= 40; ++step) {
            const QPointF place = m_pad.positionOf(fromX + (toX - fromX) * step / 40, y);
            QMouseEvent move(QEvent::MouseMove, place, m_pad.mapToGlobal(place), Qt::NoButton, button,
                             Qt::NoModifier);
            QApplication::sendEvent(&m_pad, &move);
        }
        QTest::mouseRelease(&m_pad, button, Qt::NoModifier, at(toX, y));
    }

    PointPad m_pad;
    std::set<Gesture> m_gestures;
};

TEST_F(PointPadTest, AClickPutsAPointOfTheChosenClassWhereItIs) {
    m_pad.setPointClass(2);
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::NoModifier, at(0.5, -0.25));
    ASSERT_EQ(m_pad.points().size(), 1u);
    EXPECT_NEAR(m_pad.points()[0].x, 0.5, 0.01);
    EXPECT_NEAR(m_pad.points()[0].y, -0.25, 0.01);
    EXPECT_EQ(m_pad.points()[0].classIndex, 2);
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::ShiftModifier, at(0, 0));
    EXPECT_EQ(m_pad.points().back().classIndex, 3);
    EXPECT_EQ(m_gestures.size(), 2u);
}

TEST_F(PointPadTest, ADragPutsManyPointsInOneGesture) {
    drag(Qt::LeftButton, -0.8, 0.8, 0.5);
    EXPECT_GE(m_pad.points().size(), 8u);
    EXPECT_LE(m_pad.points().size(), 40u);
    EXPECT_EQ(m_gestures.size(), 1u);
    // The right button takes what it meets away, and nothing else.
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::NoModifier, at(0, -0.5));
    drag(Qt::RightButton, -0.9, 0.9, 0.5);
    ASSERT_EQ(m_pad.points().size(), 1u);
    EXPECT_NEAR(m_pad.points()[0].y, -0.5, 0.01);
}

TEST_F(PointPadTest, NothingIsPutBesideTheSquare) {
    m_pad.resize(500, 260);
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::NoModifier, QPoint(10, 130));
    EXPECT_TRUE(m_pad.points().empty());
    drag(Qt::LeftButton, 0.9, 5, 0);
    for (const ClickedPoint& point : m_pad.points())
        EXPECT_LE(std::abs(point.x), 1.12f);
}

TEST_F(PointPadTest, TheKeysDoAllOfIt) {
    QSignalSpy classes(&m_pad, &PointPad::classChosen);
    for (int step = 0; step < 10; ++step)
        QTest::keyClick(&m_pad, Qt::Key_Right);
    QTest::keyClick(&m_pad, Qt::Key_Up);
    QTest::keyClick(&m_pad, Qt::Key_Return);
    ASSERT_EQ(m_pad.points().size(), 1u);
    EXPECT_NEAR(m_pad.points()[0].x, 0.5, 1e-3);
    EXPECT_NEAR(m_pad.points()[0].y, 0.05, 1e-3);
    QTest::keyClick(&m_pad, Qt::Key_3);
    ASSERT_EQ(classes.count(), 1);
    EXPECT_EQ(classes[0][0].toInt(), 2);
    QTest::keyClick(&m_pad, Qt::Key_Delete);
    EXPECT_TRUE(m_pad.points().empty());
}

} // namespace
} // namespace protomind
