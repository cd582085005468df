// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/mouse.h"
#include "desktop/lessons/line_fit/points_view.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

class PointsViewTest : public testing::Test {
protected:
    PointsViewTest() {
        m_fit.setPoints({{-0.75, 0.5}, {0.75, -0.5}, {0.5, 1}});
        m_fit.setWeights({0.25, 0}, true);
        m_view.resize(420, 400);
        m_view.show();
        QObject::connect(&m_view, &PointsView::pointsEdited, &m_view,
                         [this](const std::vector<FitPoint>& points, SceneGesture gesture) {
                             m_fit.setPoints(points);
                             m_gestures.insert(gesture);
                             ++m_edits;
                             m_view.refresh();
                         });
        QObject::connect(&m_view, &PointsView::weightsEdited, &m_view,
                         [this](double m, double b, SceneGesture gesture) {
                             m_fit.setWeights({m, b}, true);
                             m_gestures.insert(gesture);
                             ++m_edits;
                             m_view.refresh();
                         });
        m_view.refresh();
    }
    [[nodiscard]] QPointF at(double x, double y) const { return m_view.places().axes().place({x, y}); }

    LineFit m_fit;
    PointsView m_view{m_fit};
    std::set<SceneGesture> m_gestures;
    int m_edits = 0;
};

TEST_F(PointsViewTest, APointIsDraggedInOneGesture) {
    const QSignalSpy ended(&m_view, &PointsView::gestureEnded);
    dragMouse(m_view, at(0.75, -0.5), at(0.25, 0.25));
    EXPECT_NEAR(m_fit.points()[1].x, 0.25, 0.01);
    EXPECT_NEAR(m_fit.points()[1].y, 0.25, 0.01);
    EXPECT_EQ(m_fit.points()[0], (FitPoint{-0.75, 0.5}));
    EXPECT_GT(m_edits, 5);
    EXPECT_EQ(m_gestures.size(), 1u);
    ASSERT_EQ(ended.count(), 1);
    EXPECT_TRUE(m_gestures.contains(ended[0][0].value<SceneGesture>()));
    dragMouse(m_view, at(-0.75, 0.5), at(-0.5, 0.5));
    EXPECT_EQ(m_gestures.size(), 2u);
}

TEST_F(PointsViewTest, APressBesideTheMiddleOfAPointMovesNothing) {
    const QPointF beside = at(0.75, -0.5) + QPointF(4, 3);
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::NoModifier, beside.toPoint());
    EXPECT_EQ(m_edits, 0);
    EXPECT_EQ(m_view.chosen(), (PointsTarget{PointsPart::Point, 1}));
}

TEST_F(PointsViewTest, PointsStayInThePictureAndThePictureStaysDuringADrag) {
    const PlotRange before = m_view.places().axes().range();
    QTest::mousePress(&m_view, Qt::LeftButton, Qt::NoModifier, at(0.75, -0.5).toPoint());
    moveMouse(m_view, QPointF(4000, 4000), Qt::LeftButton);
    EXPECT_EQ(m_view.places().axes().range(), before);
    EXPECT_LE(m_fit.points()[1].x, before.right);
    EXPECT_GE(m_fit.points()[1].y, before.low);
    QTest::mouseRelease(&m_view, Qt::LeftButton, Qt::NoModifier, QPoint(4000, 4000));
    EXPECT_FALSE(m_view.isDragging());
}

TEST_F(PointsViewTest, HandlesMoveAndTurnTheLine) {
    dragMouse(m_view, m_view.places().middle(), m_view.places().middle() - QPointF(0, 50));
    EXPECT_EQ(m_fit.weights().m, 0.25);
    EXPECT_NEAR(m_fit.weights().b, 50 / m_view.places().axes().yUnit(), 0.01);
    const double b = m_fit.weights().b;
    dragMouse(m_view, m_view.places().end(), at(1, b + 1));
    EXPECT_NEAR(m_fit.weights().m, 1, 0.02);
    EXPECT_EQ(m_fit.weights().b, b);
    EXPECT_EQ(m_gestures.size(), 2u);
}

TEST_F(PointsViewTest, TheLineCanBeTakenHoldOfAnywhere) {
    dragMouse(m_view, at(-0.4, -0.1), at(-0.4, 0.4));
    EXPECT_EQ(m_fit.weights().m, 0.25);
    EXPECT_NEAR(m_fit.weights().b, 0.5, 0.02);
}

TEST_F(PointsViewTest, ADoubleClickPutsAPointAndTheRightButtonTakesItAway) {
    QTest::mouseDClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(-0.5, -0.75).toPoint());
    QTest::mouseRelease(&m_view, Qt::LeftButton, Qt::NoModifier, at(-0.5, -0.75).toPoint());
    ASSERT_EQ(m_fit.points().size(), 4u);
    EXPECT_NEAR(m_fit.points()[3].x, -0.5, 0.01);
    EXPECT_NEAR(m_fit.points()[3].y, -0.75, 0.01);
    QTest::mouseClick(&m_view, Qt::RightButton, Qt::NoModifier, at(-0.75, 0.5).toPoint());
    ASSERT_EQ(m_fit.points().size(), 3u);
    EXPECT_EQ(m_fit.points()[0], (FitPoint{0.75, -0.5}));
    QTest::mouseClick(&m_view, Qt::RightButton, Qt::NoModifier, at(0, -1).toPoint());
    EXPECT_EQ(m_fit.points().size(), 3u);
}

TEST_F(PointsViewTest, WhileAddingAClickIsEnoughAndGoesOnAsADrag) {
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(-0.5, -0.75).toPoint());
    EXPECT_EQ(m_fit.points().size(), 3u);
    m_view.setAdding(true);
    dragMouse(m_view, at(-0.5, -0.75), at(-0.25, -0.75));
    ASSERT_EQ(m_fit.points().size(), 4u);
    EXPECT_NEAR(m_fit.points()[3].x, -0.25, 0.01);
    EXPECT_EQ(m_gestures.size(), 1u);
    // On a point it still drags that point.
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(0.5, 1).toPoint());
    EXPECT_EQ(m_fit.points().size(), 4u);
}

TEST_F(PointsViewTest, TabWalksThroughHandlesAndPointsAndOut) {
    QWidget window;
    auto* before = new QWidget(&window);
    before->setFocusPolicy(Qt::StrongFocus);
    m_view.setParent(&window);
    auto* after = new QWidget(&window);
    after->setFocusPolicy(Qt::StrongFocus);
    QWidget::setTabOrder(before, &m_view);
    QWidget::setTabOrder(&m_view, after);
    m_view.show();
    window.show();
    QApplication::setActiveWindow(&window);
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    ASSERT_TRUE(m_view.hasFocus());
    EXPECT_EQ(m_view.chosen().part, PointsPart::Middle);
    QTest::keyClick(&m_view, Qt::Key_Tab);
    EXPECT_EQ(m_view.chosen().part, PointsPart::End);
    for (std::size_t point = 0; point < 3; ++point) {
        QTest::keyClick(&m_view, Qt::Key_Tab);
        EXPECT_EQ(m_view.chosen(), (PointsTarget{PointsPart::Point, point}));
    }
    QTest::keyClick(&m_view, Qt::Key_Backtab);
    EXPECT_EQ(m_view.chosen(), (PointsTarget{PointsPart::Point, 1}));
    QTest::keyClick(&m_view, Qt::Key_End);
    QTest::keyClick(&m_view, Qt::Key_Tab);
    EXPECT_TRUE(after->hasFocus());
    // Esc lets go, and the next Tab leaves.
    QTest::keyClick(after, Qt::Key_Backtab);
    EXPECT_EQ(m_view.chosen(), (PointsTarget{PointsPart::Point, 2}));
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_EQ(m_view.chosen().part, PointsPart::Nothing);
    QTest::keyClick(&m_view, Qt::Key_Tab);
    EXPECT_TRUE(after->hasFocus());
    m_view.setParent(nullptr);
}

TEST_F(PointsViewTest, ArrowsMoveWhatIsChosen) {
    QTest::mouseClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(0.75, -0.5).toPoint());
    QTest::keyClick(&m_view, Qt::Key_Right);
    QTest::keyClick(&m_view, Qt::Key_Up);
    EXPECT_EQ(m_fit.points()[1], (FitPoint{0.8, -0.45}));
    QTest::keyClick(&m_view, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_NEAR(m_fit.points()[1].x, 0.79, 1e-9);
    // On the same thing it is one gesture, on the next another.
    EXPECT_EQ(m_gestures.size(), 1u);
    QTest::keyClick(&m_view, Qt::Key_Home);
    QTest::keyClick(&m_view, Qt::Key_Up);
    EXPECT_EQ(m_fit.weights(), (LineWeights{0.25, 0.05}));
    QTest::keyClick(&m_view, Qt::Key_Tab);
    QTest::keyClick(&m_view, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(m_fit.weights(), (LineWeights{0, 0.05}));
    EXPECT_EQ(m_gestures.size(), 3u);
}

TEST_F(PointsViewTest, KeysPutPointsAndTakeThemAway) {
    QTest::keyClick(&m_view, Qt::Key_Insert);
    ASSERT_EQ(m_fit.points().size(), 4u);
    EXPECT_EQ(m_view.chosen(), (PointsTarget{PointsPart::Point, 3}));
    QTest::keyClick(&m_view, Qt::Key_Delete);
    ASSERT_EQ(m_fit.points().size(), 3u);
    EXPECT_EQ(m_view.chosen(), (PointsTarget{PointsPart::Point, 2}));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&m_view, Qt::Key_Delete);
    EXPECT_TRUE(m_fit.points().empty());
    EXPECT_EQ(m_view.chosen().part, PointsPart::Nothing);
    QTest::keyClick(&m_view, Qt::Key_Return);
    EXPECT_EQ(m_fit.points().size(), 1u);
}

TEST_F(PointsViewTest, ReadsTheErrorOfThePointUnderThePointer) {
    EXPECT_TRUE(m_view.reading().isEmpty());
    moveMouse(m_view, at(0.5, 1));
    EXPECT_TRUE(m_view.reading().contains(QStringLiteral("error −0.875, squared 0.766")))
        << m_view.reading().toStdString();
    moveMouse(m_view, at(-0.5, -1));
    EXPECT_TRUE(m_view.reading().isEmpty());
}

TEST_F(PointsViewTest, DescribesItselfWithNumbers) {
    const QString text = m_view.accessibleDescription();
    EXPECT_TRUE(text.contains(QStringLiteral("m 0.25 and b 0"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("loss 0.57"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("3 point"))) << text.toStdString();
    EXPECT_FALSE(m_view.accessibleName().isEmpty());
}

TEST_F(PointsViewTest, WhatIsLockedStaysAndSaysWhy) {
    const QSignalSpy refused(&m_view, &PointsView::refused);
    m_view.setLocks(QStringLiteral("The points are given."), {});
    dragMouse(m_view, at(0.75, -0.5), at(0, 0.8));
    QTest::mouseClick(&m_view, Qt::RightButton, Qt::NoModifier, at(0.75, -0.5).toPoint());
    QTest::mouseDClick(&m_view, Qt::LeftButton, Qt::NoModifier, at(-0.5, -0.75).toPoint());
    QTest::keyClick(&m_view, Qt::Key_Insert);
    EXPECT_EQ(m_edits, 0);
    EXPECT_EQ(refused.count(), 4);
    EXPECT_EQ(refused[0][0].toString(), QStringLiteral("The points are given."));
    EXPECT_TRUE(m_view.accessibleDescription().contains(QStringLiteral("The points are given.")));
    dragMouse(m_view, m_view.places().middle(), m_view.places().middle() - QPointF(0, 50));
    EXPECT_GT(m_edits, 0);
    m_edits = 0;
    m_view.setLocks({}, QStringLiteral("Training moves the line."));
    dragMouse(m_view, m_view.places().end(), at(0.5, 1));
    EXPECT_EQ(m_edits, 0);
}

TEST_F(PointsViewTest, PaintsWhateverThereIs) {
    const auto paint = [this] { EXPECT_FALSE(m_view.grab().isNull()); };
    for (const LineWeights weights :
         {LineWeights{std::nan(""), 0}, LineWeights{1e300, -1e300}, LineWeights{0, 0}}) {
        m_fit.setWeights(weights, true);
        m_view.refresh();
        paint();
    }
    m_fit.setPoints({});
    m_view.refresh();
    paint();
    m_view.resize(20, 15);
    paint();
}

} // namespace
} // namespace protomind
