// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/guess/guess_pad.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class GuessPadTest : public testing::Test {
protected:
    GuessPadTest() {
        m_pad.resize(400, 300);
        m_pad.show();
    }
    void askForPoint() {
        m_pad.ask(GuessPad::Kind::Point, {-2, 2, -1, 1}, QStringLiteral("m"), QStringLiteral("b"));
    }
    void askForCurve() {
        m_pad.ask(GuessPad::Kind::Curve, {0, 30, 0, 1}, QStringLiteral("epoch"), QStringLiteral("loss"));
    }
    QPointF at(double x, double y) { return m_pad.axes().place({x, y}); }
    void draw(std::vector<QPointF> values) {
        QTest::mousePress(&m_pad, Qt::LeftButton, Qt::NoModifier, at(values[0].x(), values[0].y()).toPoint());
        for (const QPointF& value : values) {
            const QPointF place = at(value.x(), value.y());
            QMouseEvent move(QEvent::MouseMove, place, m_pad.mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QApplication::sendEvent(&m_pad, &move);
        }
        QTest::mouseRelease(&m_pad, Qt::LeftButton, Qt::NoModifier,
                            at(values.back().x(), values.back().y()).toPoint());
    }
    double heightAt(double x) {
        double best = -1;
        double away = 1e9;
        for (const QPointF& value : m_pad.curve())
            if (std::abs(value.x() - x) < away) {
                away = std::abs(value.x() - x);
                best = value.y();
            }
        return best;
    }

    GuessPad m_pad;
    QSignalSpy m_points{&m_pad, &GuessPad::pointGuessed};
    QSignalSpy m_curves{&m_pad, &GuessPad::curveGuessed};
};

TEST_F(GuessPadTest, AClickGuessesAPoint) {
    askForPoint();
    EXPECT_FALSE(m_pad.hasGuess());
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::NoModifier, at(0.5, -0.5).toPoint());
    ASSERT_EQ(m_points.count(), 1);
    const QPointF guess = m_points[0][0].toPointF();
    EXPECT_NEAR(guess.x(), 0.5, 0.02);
    EXPECT_NEAR(guess.y(), -0.5, 0.02);
    EXPECT_EQ(m_pad.point(), guess);
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::NoModifier, QPoint(1, 1));
    EXPECT_EQ(m_points.count(), 1);
}

TEST_F(GuessPadTest, ADragDrawsACurveWithoutHoles) {
    askForCurve();
    draw({{0, 1}, {10, 0.5}, {30, 0.1}});
    ASSERT_EQ(m_curves.count(), 1);
    const auto curve = m_curves[0][0].value<QPolygonF>();
    EXPECT_EQ(curve.size(), GuessPad::kColumns);
    EXPECT_NEAR(heightAt(0), 1, 0.02);
    EXPECT_NEAR(heightAt(5), 0.75, 0.03);
    EXPECT_NEAR(heightAt(20), 0.3, 0.03);
    // Drawing over a part of it changes that part alone.
    draw({{20, 0.8}, {25, 0.8}});
    EXPECT_NEAR(heightAt(22), 0.8, 0.02);
    EXPECT_NEAR(heightAt(5), 0.75, 0.03);
    EXPECT_EQ(m_curves.count(), 2);
}

TEST_F(GuessPadTest, DrawingStaysInTheRange) {
    askForCurve();
    draw({{10, 0.5}, {50, 7}});
    for (const QPointF& value : m_pad.curve()) {
        EXPECT_LE(value.y(), 1);
        EXPECT_LE(value.x(), 30);
        EXPECT_GE(value.x(), 9);
    }
}

TEST_F(GuessPadTest, TheKeysGuessAPoint) {
    askForPoint();
    QTest::keyClick(&m_pad, Qt::Key_Right);
    QTest::keyClick(&m_pad, Qt::Key_Up);
    QTest::keyClick(&m_pad, Qt::Key_Return);
    ASSERT_EQ(m_points.count(), 1);
    EXPECT_NEAR(m_points[0][0].toPointF().x(), 0.1, 1e-9);
    EXPECT_NEAR(m_points[0][0].toPointF().y(), 0.05, 1e-9);
    QTest::keyClick(&m_pad, Qt::Key_Delete);
    EXPECT_FALSE(m_pad.hasGuess());
}

TEST_F(GuessPadTest, TheKeysDrawACurveFromCrossToCross) {
    askForCurve();
    QTest::keyClick(&m_pad, Qt::Key_Return);
    for (int step = 0; step < 40; ++step)
        QTest::keyClick(&m_pad, Qt::Key_Right);
    for (int step = 0; step < 30; ++step)
        QTest::keyClick(&m_pad, Qt::Key_Down);
    QTest::keyClick(&m_pad, Qt::Key_Space);
    ASSERT_EQ(m_curves.count(), 2);
    EXPECT_EQ(m_pad.curve().size(), GuessPad::kColumns);
    EXPECT_NEAR(heightAt(0), 0.5, 1e-9);
    EXPECT_NEAR(heightAt(15), 0.25, 0.01);
    EXPECT_NEAR(heightAt(30), 0, 1e-9);
}

TEST_F(GuessPadTest, ACurveComesBackAsItWas) {
    askForCurve();
    draw({{3, 0.9}, {12, 0.2}, {27, 0.6}});
    const QPolygonF drawn = m_pad.curve();
    askForCurve();
    EXPECT_FALSE(m_pad.hasGuess());
    m_pad.setCurve(drawn);
    ASSERT_EQ(m_pad.curve().size(), drawn.size());
    for (qsizetype index = 0; index < drawn.size(); ++index)
        EXPECT_NEAR(m_pad.curve()[index].y(), drawn[index].y(), 1e-9);
    EXPECT_EQ(m_curves.count(), 1);
}

TEST_F(GuessPadTest, TheTruthIsLaidOverTheGuess) {
    askForCurve();
    draw({{0, 1}, {30, 0.1}});
    const QImage before = m_pad.grab().toImage();
    m_pad.showTruth(QPolygonF{QPointF(0, 0.2), QPointF(30, 0.9), QPointF(31, std::nan(""))});
    EXPECT_NE(m_pad.grab().toImage(), before);
    EXPECT_TRUE(m_pad.accessibleDescription().contains(QStringLiteral("The real curve")));
    m_pad.hideTruth();
    EXPECT_EQ(m_pad.grab().toImage(), before);
    askForPoint();
    m_pad.setPoint({1, 0.5});
    m_pad.showTruth(QPointF(0.5, 0.25), 0.2);
    EXPECT_TRUE(m_pad.accessibleDescription().contains(QStringLiteral("The answer: 0.50 and 0.25")))
        << m_pad.accessibleDescription().toStdString();
}

TEST_F(GuessPadTest, AGuessThatIsGivenStays) {
    askForPoint();
    m_pad.setPoint({1, 0.5});
    m_pad.setReadOnly(QStringLiteral("It was compared already."));
    QTest::mouseClick(&m_pad, Qt::LeftButton, Qt::NoModifier, at(0.5, -0.5).toPoint());
    QTest::keyClick(&m_pad, Qt::Key_Return);
    QTest::keyClick(&m_pad, Qt::Key_Delete);
    EXPECT_TRUE(m_points.isEmpty());
    EXPECT_EQ(m_pad.point(), QPointF(1, 0.5));
    EXPECT_TRUE(m_pad.accessibleDescription().contains(QStringLiteral("compared already")));
}

} // namespace
} // namespace protomind
