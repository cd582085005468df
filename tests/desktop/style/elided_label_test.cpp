// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/elided_label.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

int widthOf(const ElidedLabel& label, const QString& text) {
    return label.fontMetrics().horizontalAdvance(text);
}

TEST(ElidedLabelTest, SaysWhatThereIsRoomFor) {
    const QString whole = QStringLiteral("Test: 90.7 % of 2000 right, and more of it");
    const QString brief = QStringLiteral("Test: 90.7 % right");
    ElidedLabel label;
    label.setText(whole);
    label.resize(widthOf(label, whole) + 2, 20);
    EXPECT_EQ(label.shownText(), whole);
    label.resize(widthOf(label, brief) + 2, 20);
    EXPECT_TRUE(label.shownText().endsWith(QChar(0x2026))) << label.shownText().toStdString();
    label.setBriefText(brief);
    EXPECT_EQ(label.shownText(), brief);
    label.resize(widthOf(label, whole) + 2, 20);
    EXPECT_EQ(label.shownText(), whole) << "the whole where there is room for it";
    label.resize(widthOf(label, brief) - 2, 20);
    EXPECT_TRUE(label.shownText().endsWith(QChar(0x2026)));
    EXPECT_TRUE(label.shownText().startsWith(QStringLiteral("Test: 90")));
}

} // namespace
} // namespace protomind
