// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/actions/usable.h"

#include <QAction>

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(UsableTest, TipsSayWhatWithWhichKeysAndWhyNot) {
    QAction action(QStringLiteral("&Copy"), nullptr);
    action.setShortcut(QKeySequence(QStringLiteral("Ctrl+C")));
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    setHelp(action, QStringLiteral("Copy the layers"));
    EXPECT_EQ(action.toolTip(), QStringLiteral("Copy the layers (%1)").arg(keys));
    EXPECT_EQ(action.statusTip(), QStringLiteral("Copy the layers"));
    setUsable(action, false, QStringLiteral("Select a layer first."));
    EXPECT_TRUE(action.toolTip().endsWith(QStringLiteral("\nSelect a layer first.")));
    EXPECT_EQ(action.statusTip(), QStringLiteral("Select a layer first."));
    EXPECT_EQ(obstacle(action), QStringLiteral("Select a layer first."));
    setUsable(action, true, QStringLiteral("Select a layer first."));
    EXPECT_TRUE(obstacle(action).isEmpty());
    EXPECT_FALSE(action.toolTip().contains(QLatin1Char('\n')));
    EXPECT_EQ(help(action), QStringLiteral("Copy the layers"));
}

TEST(UsableTest, SpokenTextHasNoMarks) {
    const auto spoken = [](const char* text) {
        const QAction action(QString::fromUtf8(text), nullptr);
        return spokenText(action);
    };
    EXPECT_EQ(spoken("Save &As…"), QStringLiteral("Save As"));
    EXPECT_EQ(spoken("Open..."), QStringLiteral("Open"));
    EXPECT_EQ(spoken("Cut && Paste"), QStringLiteral("Cut & Paste"));
    EXPECT_EQ(spoken("Odd&"), QStringLiteral("Odd"));
    EXPECT_EQ(spoken(""), QString());
}

} // namespace
} // namespace protomind
