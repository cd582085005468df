// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/elided_label.h"

#include <QHelpEvent>
#include <QStylePainter>
#include <QToolTip>

namespace protomind {

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::setBriefText(const QString& brief) {
    m_brief = brief;
    update();
}

QString ElidedLabel::shownText() const {
    const int room = contentsRect().width();
    const bool fits = m_brief.isEmpty() || fontMetrics().horizontalAdvance(text()) <= room;
    return fontMetrics().elidedText(fits ? text() : m_brief, Qt::ElideRight, room);
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && shownText() != text()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    painter.drawItemText(contentsRect(), static_cast<int>(alignment() | Qt::TextSingleLine), palette(),
                         isEnabled(), shownText(), foregroundRole());
}

} // namespace protomind
