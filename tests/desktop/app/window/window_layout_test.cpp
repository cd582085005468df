// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/window/window_layout.h"

#include <QSplitter>
#include <QTabWidget>

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(WindowLayoutTest, IsKeptFromOneStartToTheNextAndComesBack) {
    QTemporaryDir folder;
    QSize size;
    QList<int> sizes;
    {
        Laboratory lab(folder.path());
        lab.window.resize(1100, 800);
        ASSERT_TRUE(untilSettled(lab.window));
        auto* upper = lab.find<QSplitter>("upper");
        upper->setSizes({260, 500, 340});
        ASSERT_TRUE(untilSettled(lab.window));
        sizes = upper->sizes();
        size = lab.window.size();
        lab.action("actionPanelResults")->trigger();
        lab.find<QTabWidget>("sideTabs")->setCurrentIndex(2);
        ASSERT_TRUE(lab.window.close());
    }
    Laboratory lab(folder.path());
    lab.window.resize(size);
    ASSERT_TRUE(untilSettled(lab.window));
    EXPECT_EQ(lab.find<QSplitter>("upper")->sizes(), sizes);
    EXPECT_EQ(lab.find<QTabWidget>("sideTabs")->currentIndex(), 2);
    EXPECT_FALSE(lab.action("actionPanelResults")->isChecked());
    EXPECT_FALSE(lab.find<QWidget>("lower")->isVisible());

    lab.action("actionResetLayout")->trigger();
    EXPECT_TRUE(lab.find<QWidget>("lower")->isVisible());
    EXPECT_EQ(lab.find<QTabWidget>("sideTabs")->currentIndex(), 0);
    EXPECT_NE(lab.find<QSplitter>("upper")->sizes(), sizes);
}

} // namespace
} // namespace protomind
