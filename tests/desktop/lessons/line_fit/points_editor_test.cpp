// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/plain_rows.h"
#include "desktop/lessons/line_fit/points_editor.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class PointsEditorTest : public testing::Test {
protected:
    std::vector<FitPoint> m_before{{0.5, 0.25}, {-1, 2}};
    PointsEditor m_editor{m_before, plainRows};
    QPlainTextEdit& m_text = *m_editor.findChild<QPlainTextEdit*>();
    QLabel& m_says = *m_editor.findChild<QLabel*>(QStringLiteral("pointsSays"));
    QPushButton& m_take = *m_editor.findChild<QPushButton*>(QStringLiteral("takePoints"));
};

TEST_F(PointsEditorTest, BeginsWithThePointsThatThereAre) {
    EXPECT_EQ(m_text.toPlainText(), QStringLiteral("0.5, 0.25\n-1, 2\n"));
    EXPECT_EQ(m_editor.points(), m_before);
    EXPECT_TRUE(m_take.isEnabled());
}

TEST_F(PointsEditorTest, SaysLineByLineWhatIsWrong) {
    m_text.setPlainText(QStringLiteral("1, 2\nabc\n3, 4\n5\n"));
    EXPECT_TRUE(m_says.text().contains(QStringLiteral("Line 2: ")));
    EXPECT_TRUE(m_says.text().contains(QStringLiteral("Line 4: ")));
    EXPECT_FALSE(m_take.isEnabled());
    EXPECT_FALSE(m_take.toolTip().isEmpty());
    ASSERT_EQ(m_text.extraSelections().size(), 2);
    EXPECT_EQ(m_text.extraSelections()[0].cursor.selectedText(), QStringLiteral("abc"));
    m_text.setPlainText(QStringLiteral("1, 2\n"));
    EXPECT_TRUE(m_take.isEnabled());
    EXPECT_TRUE(m_text.extraSelections().isEmpty());
}

TEST_F(PointsEditorTest, SaysWhichLineItPassesOver) {
    m_text.setPlainText(QStringLiteral("x,y\n1, 2\n3, 4\n"));
    EXPECT_EQ(m_says.text(), QStringLiteral("2 points\nLine 1 names the columns."));
    m_text.setPlainText(QStringLiteral("1, 2\n"));
    EXPECT_EQ(m_says.text(), QStringLiteral("1 point"));
}

TEST_F(PointsEditorTest, ManyProblemsAreCounted) {
    m_text.setPlainText(QStringLiteral("a\nb\nc\nd\ne\nf\n"));
    EXPECT_EQ(m_says.text().count(QLatin1Char('\n')), 4);
    EXPECT_TRUE(m_says.text().contains(QStringLiteral("And 2 more.")));
    EXPECT_EQ(m_text.extraSelections().size(), 6);
}

TEST_F(PointsEditorTest, GivesThePointsWhenTheyAreTaken) {
    const QSignalSpy taken(&m_editor, &PointsEditor::taken);
    m_text.setPlainText(QString());
    QTest::keyClicks(&m_text, QStringLiteral("0.5,1"));
    m_take.click();
    ASSERT_EQ(taken.count(), 1);
    EXPECT_EQ(taken[0][0].value<std::vector<FitPoint>>(), (std::vector<FitPoint>{{0.5, 1}}));
    EXPECT_EQ(m_editor.result(), QDialog::Accepted);
}

} // namespace
} // namespace protomind
