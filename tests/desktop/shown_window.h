// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/waiting.h"

#include <QApplication>
#include <QWidget>
#include <QWindow>

#include <vector>

namespace protomind {

[[nodiscard]] inline bool untilExposed(QWidget& window) {
    return QTest::qWaitForWindowExposed(&window, kPatienceMilliseconds);
}
[[nodiscard]] inline bool untilActive(QWidget& window) {
    return QTest::qWaitForWindowActive(&window, kPatienceMilliseconds);
}

/// Until the window is seen, the window system has answered all that was asked of it (its size among them),
/// and everything in it has found its place.
[[nodiscard]] inline bool untilSettled(QWidget& window) {
    if (!untilExposed(window))
        return false;
    // The window system answers in turn: once a window that is shown now is there, all else has been
    // answered.
    QWindow last;
    last.setFlags(Qt::ToolTip | Qt::BypassWindowManagerHint | Qt::WindowDoesNotAcceptFocus |
                  Qt::WindowTransparentForInput);
    last.setGeometry(0, 0, 1, 1);
    last.show();
    if (!QTest::qWaitForWindowExposed(&last, kPatienceMilliseconds))
        return false;
    last.destroy();
    // One layout may ask for another one, until a round of events moves nothing any more.
    const auto places = [&window] {
        std::vector<QRect> all{window.geometry()};
        for (const QWidget* widget : window.findChildren<QWidget*>())
            all.push_back(widget->geometry());
        return all;
    };
    constexpr int kQuietRounds = 3;
    std::vector<QRect> before = places();
    int quiet = 0;
    return until([&] {
        QApplication::processEvents();
        std::vector<QRect> now = places();
        quiet = now == before ? quiet + 1 : 0;
        before = std::move(now);
        return quiet >= kQuietRounds;
    });
}

} // namespace protomind
