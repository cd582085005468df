// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

class QWidget;

namespace protomind {

/// Lets the wheel of the mouse change a value only where a person works in it: in a field that has the focus.
/// Over all other fields, sliders and tabs it scrolls what they lie in, and it takes the focus from nobody.
/// Acts on all windows of the program as long as it lives.
class WheelFilter : public QObject {
    Q_OBJECT
public:
    explicit WheelFilter(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool keepsFrom(const QWidget& widget, const QPointF& pointer);

    // Where the pointer was when the wheel scrolled, and when it changed a field. As long as it stays there,
    // what is scrolled under it is in passing.
    std::optional<QPointF> m_scrolling;
    std::optional<QPointF> m_changing;
};

} // namespace protomind
