// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape_view.h"
#include "desktop/lessons/line_fit/line_fit_scene.h"
#include "desktop/lessons/line_fit/mouse.h"
#include "desktop/lessons/line_fit/plain_rows.h"
#include "desktop/lessons/line_fit/points_view.h"
#include "desktop/lessons/line_fit/splatter.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class LineFitSceneTest : public testing::Test {
protected:
    LineFitSceneTest() {
        m_scene.setPoints(splatter(20));
        m_scene.setWeights(0, 1, false);
        m_scene.clearPath();
        m_scene.resize(900, 560);
        m_scene.show();
        QApplication::processEvents();
    }
    template<class T>
    T& find(const char* name) {
        return *m_scene.findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QPointF landscapeAt(double m, double b) {
        return m_scene.landscapeView().axes().place({m, b});
    }
    QPointF point(std::size_t index) { return m_scene.pointsView().places().point(index); }

    LineFitScene m_scene;
    QSignalSpy m_weights{&m_scene, &LineFitScene::weightsEdited};
    QSignalSpy m_points{&m_scene, &LineFitScene::pointsEdited};
};

TEST_F(LineFitSceneTest, DraggingInTheLandscapeMovesTheLineAtOnce) {
    const QPointF before = m_scene.pointsView().places().middle();
    dragMouse(m_scene.landscapeView(), landscapeAt(0, 1), landscapeAt(0.5, 0));
    EXPECT_NEAR(m_scene.fit().weights().m, 0.5, 0.02);
    EXPECT_GT(m_scene.pointsView().places().middle().y(), before.y() + 50);
    EXPECT_NEAR(find<QDoubleSpinBox>("slopeBox").value(), m_scene.fit().weights().m, 1e-3);
    ASSERT_GT(m_weights.count(), 3);
    EXPECT_EQ(m_weights.front()[2], m_weights.back()[2]);
    EXPECT_EQ(m_weights.back()[0].toDouble(), m_scene.fit().weights().m);
}

TEST_F(LineFitSceneTest, DraggingTheLineMovesThePlaceInTheLandscape) {
    PointsView& points = m_scene.pointsView();
    dragMouse(points, points.places().middle(), points.places().middle() + QPointF(0, 60));
    EXPECT_LT(m_scene.fit().weights().b, 0.8);
    EXPECT_GT(m_scene.fit().path().size(), 3u);
    EXPECT_TRUE(m_points.isEmpty());
}

TEST_F(LineFitSceneTest, DraggingAPointChangesTheLossAndTheHillsButNotTheirWindow) {
    const LandscapeWindow window = m_scene.landscapeView().window();
    const double loss = m_scene.fit().loss();
    dragMouse(m_scene.pointsView(), point(0), point(0) + QPointF(0, 40));
    EXPECT_NE(m_scene.fit().loss(), loss);
    EXPECT_EQ(m_scene.landscapeView().window(), window);
    ASSERT_GT(m_points.count(), 3);
    EXPECT_EQ(m_points.front()[1], m_points.back()[1]);
    EXPECT_EQ(m_points.back()[0].value<std::vector<FitPoint>>(), m_scene.fit().points());
    EXPECT_TRUE(m_weights.isEmpty());
}

TEST_F(LineFitSceneTest, AnOldAnswerFromOutsideDoesNotDisturbADrag) {
    LandscapeView& view = m_scene.landscapeView();
    QTest::mousePress(&view, Qt::LeftButton, Qt::NoModifier, landscapeAt(0, 1).toPoint());
    moveMouse(view, landscapeAt(1, 0), Qt::LeftButton);
    const LineWeights now = m_scene.fit().weights();
    m_scene.setWeights(0, 1, true);
    EXPECT_EQ(m_scene.fit().weights(), now);
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::NoModifier, landscapeAt(1, 0).toPoint());
    m_scene.setWeights(0, 1, true);
    EXPECT_EQ(m_scene.fit().weights(), (LineWeights{0, 1}));
}

TEST_F(LineFitSceneTest, AnEchoOfAnEditIsNoStepOfThePath) {
    find<QToolButton>("moreSlope").click();
    const auto steps = m_scene.fit().path().size();
    const LineWeights weights = m_scene.fit().weights();
    m_scene.setWeights(static_cast<double>(static_cast<float>(weights.m)),
                       static_cast<double>(static_cast<float>(weights.b)), true);
    EXPECT_EQ(m_scene.fit().path().size(), steps);
}

TEST_F(LineFitSceneTest, NumbersCanBeTyped) {
    auto& box = find<QDoubleSpinBox>("slopeBox");
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, QStringLiteral("0.75"));
    EXPECT_TRUE(m_weights.isEmpty());
    QTest::keyClick(&box, Qt::Key_Return);
    ASSERT_EQ(m_weights.count(), 1);
    EXPECT_EQ(m_scene.fit().weights(), (LineWeights{0.75, 1}));
    // The other number keeps figures that its box does not show.
    m_scene.setWeights(0.123456, 0.654321, true);
    auto& other = find<QDoubleSpinBox>("interceptBox");
    other.selectAll();
    QTest::keyClicks(&other, QStringLiteral("2"));
    QTest::keyClick(&other, Qt::Key_Return);
    EXPECT_EQ(m_scene.fit().weights(), (LineWeights{0.123456, 2}));
    EXPECT_NE(m_weights[0][2], m_weights[1][2]);
}

TEST_F(LineFitSceneTest, ButtonsMoveTheLineBySteps) {
    find<QToolButton>("moreSlope").click();
    find<QToolButton>("moreSlope").click();
    find<QToolButton>("lower").click();
    EXPECT_EQ(m_scene.fit().weights(), (LineWeights{0.1, 0.95}));
    find<QToolButton>("lessSlope").click();
    find<QToolButton>("higher").click();
    EXPECT_EQ(m_scene.fit().weights(), (LineWeights{0.05, 1}));
    EXPECT_EQ(m_weights.count(), 5);
    EXPECT_NE(m_weights[0][2], m_weights[1][2]);
    EXPECT_EQ(m_scene.fit().path().size(), 6u);
}

TEST_F(LineFitSceneTest, TheLossIsSaid) {
    m_scene.setPoints({{0, 0.5}, {1, 1.5}});
    EXPECT_EQ(find<QLabel>("lossLabel").text(), QStringLiteral("loss 0.25"));
}

TEST_F(LineFitSceneTest, TogglesChooseWhatIsSeen) {
    const QSignalSpy chosen(&m_scene, &LineFitScene::optionsChanged);
    find<QCheckBox>("showArrow").click();
    EXPECT_TRUE(m_scene.options().arrow);
    find<QCheckBox>("showLandscape").click();
    EXPECT_FALSE(m_scene.landscapeView().isVisible());
    EXPECT_FALSE(find<QCheckBox>("showPath").isEnabled());
    EXPECT_FALSE(find<QCheckBox>("showPath").toolTip().isEmpty());
    EXPECT_EQ(chosen.count(), 2);
    m_scene.setOptions({.squares = false});
    EXPECT_TRUE(m_scene.landscapeView().isVisible());
    EXPECT_FALSE(find<QCheckBox>("showSquares").isChecked());
    EXPECT_EQ(chosen.count(), 2);
}

TEST_F(LineFitSceneTest, ReadOnlyNothingMovesAndEverythingSaysWhy) {
    const QString why = QStringLiteral("Training is running.");
    m_scene.setReadOnly(why);
    const QSignalSpy refused(&m_scene, &LineFitScene::refused);
    dragMouse(m_scene.landscapeView(), landscapeAt(0, 1), landscapeAt(0.5, 0));
    dragMouse(m_scene.pointsView(), point(0), point(0) + QPointF(0, 40));
    EXPECT_TRUE(m_weights.isEmpty());
    EXPECT_TRUE(m_points.isEmpty());
    EXPECT_EQ(refused.count(), 2);
    for (const char* name : {"slopeBox", "moreSlope", "addPoints", "editPoints"}) {
        EXPECT_FALSE(find<QWidget>(name).isEnabled()) << name;
        EXPECT_EQ(find<QWidget>(name).toolTip(), why) << name;
    }
    m_scene.setReadOnly({});
    for (const char* name : {"slopeBox", "moreSlope", "addPoints", "editPoints"}) {
        EXPECT_TRUE(find<QWidget>(name).isEnabled()) << name;
        EXPECT_NE(find<QWidget>(name).toolTip(), why) << name;
    }
}

TEST_F(LineFitSceneTest, PointsCanBeTypedOrPasted) {
    EXPECT_FALSE(find<QToolButton>("editPoints").isVisible());
    m_scene.setParsePoints(plainRows);
    ASSERT_TRUE(find<QToolButton>("editPoints").isVisible());
    find<QToolButton>("editPoints").click();
    ASSERT_NE(m_scene.editor(), nullptr);
    m_scene.editor()->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("10, 1\n20, 3\n"));
    m_scene.editor()->findChild<QPushButton*>(QStringLiteral("takePoints"))->click();
    EXPECT_EQ(m_scene.editor(), nullptr);
    ASSERT_EQ(m_points.count(), 1);
    EXPECT_EQ(m_scene.fit().points(), (std::vector<FitPoint>{{10, 1}, {20, 3}}));
    EXPECT_TRUE(m_scene.landscapeView().window().contains(m_scene.fit().lossOf().optimum()));
    EXPECT_GE(m_scene.pointsView().places().axes().range().right, 20);
}

TEST_F(LineFitSceneTest, ViewsStandAboveEachOtherWhereItIsNarrow) {
    const auto top = [this](QWidget& view) { return view.mapTo(&m_scene, QPoint()); };
    EXPECT_GT(top(m_scene.landscapeView()).x(), top(m_scene.pointsView()).x());
    EXPECT_EQ(top(m_scene.landscapeView()).y(), top(m_scene.pointsView()).y());
    m_scene.resize(420, 800);
    QApplication::processEvents();
    EXPECT_GT(top(m_scene.landscapeView()).y(), top(m_scene.pointsView()).y());
    EXPECT_EQ(top(m_scene.landscapeView()).x(), top(m_scene.pointsView()).x());
}

TEST_F(LineFitSceneTest, NothingIsCutOffInLargeType) {
    QFont large = m_scene.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    m_scene.setFont(large);
    for (const QSize size : {QSize(1000, 700), QSize(640, 700)}) {
        m_scene.resize(size);
        QApplication::processEvents();
        for (const QWidget* widget : m_scene.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->parentWidget() == nullptr)
                continue;
            const QRect inScene(widget->mapTo(&m_scene, QPoint()), widget->size());
            EXPECT_TRUE(m_scene.rect().contains(inScene)) << widget->objectName().toStdString();
        }
        for (const QToolButton* button : m_scene.findChildren<QToolButton*>()) {
            if (!button->isVisible())
                continue;
            EXPECT_GE(button->width(), button->minimumSizeHint().width()) << button->text().toStdString();
        }
    }
}

TEST_F(LineFitSceneTest, AWalkBeginsInSight) {
    m_scene.setWeights(-11, 6, true);
    EXPECT_FALSE(m_scene.landscapeView().placeIsSeen());
    m_scene.clearPath();
    EXPECT_TRUE(m_scene.landscapeView().placeIsSeen());
}

TEST_F(LineFitSceneTest, WhatDivergesIsShownWithoutTrouble) {
    for (double m = 1; m < 1e300; m *= -1e6)
        m_scene.setWeights(m, -m, true);
    EXPECT_FALSE(m_scene.grab().isNull());
    m_scene.setWeights(std::nan(""), 0, true);
    EXPECT_FALSE(m_scene.grab().isNull());
    find<QToolButton>("moreSlope").click();
    EXPECT_TRUE(m_weights.isEmpty());
}

} // namespace
} // namespace protomind
