// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/clamped_label.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(ClampedLabelTest, TakesAFewLinesAtMostAndSaysWhereMoreIsLeft) {
    ClampedLabel label;
    const QString words = QStringLiteral("The loss falls: it is learning. Train goes on for as many epochs.");
    label.setText(words);
    label.setMostLines(3);
    const int whole = label.fontMetrics().horizontalAdvance(words);
    const int line = label.fontMetrics().lineSpacing();
    label.resize(whole + 2, line);
    EXPECT_EQ(label.shownLines(), QStringList(words));
    EXPECT_EQ(label.heightForWidth(whole + 2), line);
    // In two lines, and a bit: nothing is lost.
    const int half = whole * 2 / 5;
    label.resize(half, 3 * line);
    EXPECT_EQ(label.shownLines().size(), 3);
    EXPECT_EQ(label.shownLines().join(QLatin1Char(' ')), words);
    EXPECT_EQ(label.heightForWidth(half), 3 * line);
    // No more than three.
    label.resize(whole / 8, 3 * line);
    EXPECT_EQ(label.shownLines().size(), 3);
    EXPECT_EQ(label.heightForWidth(whole / 8), 3 * line);
    EXPECT_TRUE(label.shownLines().last().endsWith(QChar(0x2026)));
    EXPECT_TRUE(words.startsWith(label.shownLines().first()));
    for (const QString& shown : label.shownLines())
        EXPECT_LE(label.fontMetrics().horizontalAdvance(shown), whole / 8 + 1) << shown.toStdString();
}

TEST(ClampedLabelTest, WithoutWordsItKeepsALine) {
    ClampedLabel label;
    EXPECT_TRUE(label.shownLines().isEmpty());
    EXPECT_EQ(label.heightForWidth(100), label.fontMetrics().lineSpacing());
}

} // namespace
} // namespace protomind
