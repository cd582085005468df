// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWidget>

namespace protomind {

/// QTest's own mouse moves have no buttons on them.
inline void moveMouse(QWidget& widget, QPointF to, Qt::MouseButtons buttons = Qt::NoButton) {
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
}

inline void dragMouse(QWidget& widget, QPointF from, QPointF to, int steps = 10) {
    QTest::mousePress(&widget, Qt::LeftButton, Qt::NoModifier, from.toPoint());
    for (int step = 1; step <= steps; ++step)
        moveMouse(widget, from + (to - from) * step / steps, Qt::LeftButton);
    QTest::mouseRelease(&widget, Qt::LeftButton, Qt::NoModifier, to.toPoint());
}

} // namespace protomind
