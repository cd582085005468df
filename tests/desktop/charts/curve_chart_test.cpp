// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/curve_chart.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>

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

} // namespace
} // namespace protomind
