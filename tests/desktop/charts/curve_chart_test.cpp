// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/curve_chart.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class CurveChartTest : public testing::Test {
protected:
    CurveChartTest() {
        m_train = m_chart.addCurve(QStringLiteral("training"), Qt::blue, false);
        m_validation = m_chart.addCurve(QStringLiteral("validation"), Qt::red, true);
        m_chart.resize(400, 250);
        m_chart.show();
    }
    void fill() {
        for (int index = 0; index < 5000; ++index)
            m_chart.append(m_train, index / 1000.0, 1.0 / (1 + index));
        m_chart.append(m_validation, 1, 0.5);
    }
    QImage picture() {
        const QString path = m_folder.filePath(QStringLiteral("picture.png"));
        EXPECT_TRUE(m_chart.savePng(path));
        return QImage(path);
    }

    QTemporaryDir m_folder;
    CurveChart m_chart{{QStringLiteral("Loss"), QStringLiteral("epoch"), QStringLiteral("Press Train.")}};
    int m_train = 0;
    int m_validation = 0;
};

TEST_F(CurveChartTest, KeepsTheWholeHistoryBesideThePicture) {
    fill();
    EXPECT_EQ(m_chart.history(m_train).points().size(), 5000u);
    m_chart.clear();
    EXPECT_TRUE(m_chart.history(m_train).empty());
}

TEST_F(CurveChartTest, WritesEveryPointAsCsv) {
    m_chart.append(m_train, 0.5, 0.25);
    m_chart.append(m_validation, 1, 0.125);
    EXPECT_EQ(m_chart.csv(),
              QStringLiteral("curve,\"epoch\",\"Loss\"\n\"training\",0.5,0.25\n\"validation\",1,0.125\n"));
}

TEST_F(CurveChartTest, ThePictureFollowsTheNumbers) {
    const QImage empty = picture();
    ASSERT_FALSE(empty.isNull());
    fill();
    const QImage linear = picture();
    EXPECT_NE(linear, empty);
    m_chart.setLogarithmic(true);
    EXPECT_NE(picture(), linear);
}

TEST_F(CurveChartTest, SavesADrawingThatCanBeRead) {
    fill();
    const QString path = m_folder.filePath(QStringLiteral("chart.svg"));
    ASSERT_TRUE(m_chart.saveSvg(path));
    QSvgRenderer renderer(path);
    EXPECT_TRUE(renderer.isValid());
}

TEST_F(CurveChartTest, TheMenuAsksForANameAndSaves) {
    fill();
    const QString path = m_folder.filePath(QStringLiteral("values.csv"));
    QString suggested;
    m_chart.setAskForFile([&](const QString& name, const QString&) {
        suggested = name;
        return path;
    });
    m_chart.findChild<QAction*>(QStringLiteral("actionSaveCsv"))->trigger();
    EXPECT_EQ(suggested, QStringLiteral("loss.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(QString::fromUtf8(file.readAll()), m_chart.csv());
}

TEST_F(CurveChartTest, SaysWhenAPlaceCannotBeWritten) {
    QSignalSpy failures(&m_chart, &CurveChart::saveFailed);
    m_chart.setAskForFile(
        [&](const QString&, const QString&) { return m_folder.filePath(QStringLiteral("no/such/x.png")); });
    m_chart.findChild<QAction*>(QStringLiteral("actionSavePng"))->trigger();
    EXPECT_EQ(failures.count(), 1);
}

TEST_F(CurveChartTest, ReadsValuesWithMouseAndKeys) {
    m_chart.append(m_train, 0, 4);
    m_chart.append(m_train, 2, 1);
    m_chart.append(m_validation, 1, 3);
    m_chart.append(m_validation, 2, 2);
    m_chart.markBest(m_validation, BestIs::Lowest);
    m_chart.addMark(2, QStringLiteral("rate 1 → 2"));
    auto* view = m_chart.findChild<CurveView*>();
    picture(); // lays the axes out
    EXPECT_TRUE(view->readout().isEmpty());
    QTest::keyClick(view, Qt::Key_End);
    EXPECT_EQ(view->readout(), QStringList({QStringLiteral("epoch 2.00"), QStringLiteral("training 1"),
                                            QStringLiteral("validation 2"), QStringLiteral("best 2 at 2"),
                                            QStringLiteral("rate 1 → 2")}));
    QTest::keyClick(view, Qt::Key_Home);
    EXPECT_EQ(view->readout().at(1), QStringLiteral("training 4"));
    EXPECT_FALSE(view->readout().contains(QStringLiteral("rate 1 → 2")));
    QTest::keyClick(view, Qt::Key_Escape);
    EXPECT_TRUE(view->readout().isEmpty());
    QTest::mouseMove(view->viewport(), view->viewport()->rect().center());
    EXPECT_FALSE(view->readout().isEmpty());
}

TEST_F(CurveChartTest, TheBestIsMarkedAsSoonAsThereIsAChoice) {
    m_chart.append(m_train, 0, 4);
    m_chart.append(m_validation, 1, 3);
    m_chart.markBest(m_validation, BestIs::Lowest);
    auto* view = m_chart.findChild<CurveView*>();
    picture();
    QTest::keyClick(view, Qt::Key_End);
    EXPECT_FALSE(view->readout().join(QLatin1Char(' ')).contains(QStringLiteral("best")));
    m_chart.append(m_validation, 2, 3.5);
    picture();
    EXPECT_TRUE(view->readout().contains(QStringLiteral("best 3 at 1")));
}

TEST_F(CurveChartTest, ALongRunIsOpenedAtOnceAndAShortOneAfterIt) {
    for (int epoch = 0; epoch <= 1'000'000; epoch += 1000)
        m_chart.append(m_train, epoch, 1);
    const QImage longRun = picture(); // never comes where every tick of the axis before is kept for a moment
    m_chart.clear();
    m_chart.append(m_train, 0, 1);
    m_chart.append(m_train, 2, 1);
    EXPECT_NE(picture(), longRun);
}

TEST_F(CurveChartTest, CopiesWithTheKeyAndHasAMenuToSeeAndPress) {
    fill();
    auto* view = m_chart.findChild<CurveView*>();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), m_chart.csv());
    EXPECT_FALSE(QGuiApplication::clipboard()->image().isNull());
    auto* button = m_chart.findChild<QToolButton*>(QStringLiteral("chartMenu"));
    ASSERT_TRUE(button && button->menu());
    EXPECT_EQ(button->menu()->actions(), m_chart.actions());
}

} // namespace
} // namespace protomind
