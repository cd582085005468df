// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/input/wheel_filter.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QTabBar>
#include <QWheelEvent>

namespace protomind {

namespace {

bool changesByWheel(const QWidget* widget) {
    if (qobject_cast<const QAbstractSlider*>(widget) != nullptr)
        return qobject_cast<const QScrollBar*>(widget) == nullptr;
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr;
}

} // namespace

WheelFilter::WheelFilter(QObject* parent)
    : QObject(parent) {
    qApp->installEventFilter(this);
}

bool WheelFilter::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Polish:
        // Before a widget is shown for the first time; Qt sets the policy when it makes it.
        if (auto* widget = qobject_cast<QWidget*>(watched); widget && widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
        m_scrolling.reset();
        return false;
    case QEvent::Wheel: {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (!widget || !keepsFrom(*widget, static_cast<QWheelEvent*>(event)->globalPosition()))
            return false;
        event->ignore(); // So what it lies in is asked next.
        return true;
    }
    default:
        return false;
    }
}

bool WheelFilter::keepsFrom(const QWidget& widget, const QPointF& pointer) {
    if (changesByWheel(&widget)) {
        const bool passing = !widget.hasFocus() || m_scrolling == pointer;
        (passing ? m_scrolling : m_changing) = pointer;
        return passing;
    }
    // The line within a box gives the wheel on to it, and a field at its end to what it lies in.
    if (!changesByWheel(widget.parentWidget()) && m_changing != pointer)
        m_scrolling = pointer;
    return false;
}

} // namespace protomind
