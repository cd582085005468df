// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/editor_window.h"
#include "desktop/editor/mini_map.h"

#include <QAction>
#include <QScrollBar>

#include <gtest/gtest.h>

namespace protomind {
namespace {

struct MiniMapTest : testing::Test {
    EditorWindow window;
    MiniMap& map = window.view.miniMap();

    void drawLarge() {
        for (int i = 0; i < 12; ++i)
            window.add("dense", 300.0 * i, 200.0 * (i % 3));
        window.view.setZoom(1);
        window.view.centerOn(0, 0);
    }
};

TEST_F(MiniMapTest, IsThereWhileSomeOfTheNetworkIsOutOfSight) {
    window.add("dense", 0, 0);
    window.add("dense", 300, 0);
    window.view.fit();
    EXPECT_FALSE(map.isVisible());
    drawLarge();
    EXPECT_TRUE(map.isVisible());
    EXPECT_TRUE(window.view.viewport()->geometry().contains(map.geometry()));
    window.view.fit();
    EXPECT_FALSE(map.isVisible());
}

TEST_F(MiniMapTest, CanBeTurnedOff) {
    drawLarge();
    QAction* action = window.view.actions().action(QStringLiteral("view.miniMap"));
    ASSERT_NE(action, nullptr);
    EXPECT_TRUE(action->isChecked());
    action->trigger();
    EXPECT_FALSE(map.isVisible());
    action->trigger();
    EXPECT_TRUE(map.isVisible());
}

TEST_F(MiniMapTest, APressBringsThatPlaceIntoSight) {
    drawLarge();
    const LayerId last = window.document.network().layers().back().id;
    const QPointF centre = window.card(last).sceneBody().center();
    EXPECT_FALSE(window.view.viewport()->rect().contains(window.middle(last)));
    QTest::mousePress(&map, Qt::LeftButton, {}, map.fromScene(centre).toPoint());
    EXPECT_TRUE(window.view.viewport()->rect().contains(window.middle(last)));
    QTest::mouseRelease(&map, Qt::LeftButton);
}

TEST_F(MiniMapTest, PointsGoThereAndBack) {
    drawLarge();
    for (const QPointF& point : {QPointF(0, 0), QPointF(700, 123), QPointF(3000, 400)}) {
        const QPointF back = map.toScene(map.fromScene(point));
        EXPECT_NEAR(back.x(), point.x(), 0.01);
        EXPECT_NEAR(back.y(), point.y(), 0.01);
    }
}

} // namespace
} // namespace protomind
