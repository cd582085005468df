// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/clamped_label.h"

#include <QHelpEvent>
#include <QStylePainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace protomind {

ClampedLabel::ClampedLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
}

void ClampedLabel::setMostLines(int lines) {
    m_mostLines = lines;
    updateGeometry();
    update();
}

QStringList ClampedLabel::linesAt(int width) const {
    if (text().isEmpty())
        return {};
    QStringList lines;
    QTextLayout layout(text(), font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool isLast = lines.size() + 1 == m_mostLines;
        const QString rest = text().mid(line.textStart());
        lines << (isLast ? fontMetrics().elidedText(rest, Qt::ElideRight, width)
                         : rest.first(line.textLength()).trimmed());
        if (isLast)
            break;
    }
    layout.endLayout();
    return lines;
}

QStringList ClampedLabel::shownLines() const {
    return linesAt(contentsRect().width());
}

int ClampedLabel::heightForWidth(int width) const {
    const auto lines = static_cast<int>(linesAt(width).size());
    return std::max(lines, 1) * fontMetrics().lineSpacing();
}

QSize ClampedLabel::sizeHint() const {
    const int width = fontMetrics().horizontalAdvance(text());
    return {width, heightForWidth(width)};
}

QSize ClampedLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().lineSpacing()};
}

bool ClampedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void ClampedLabel::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QRect line(contentsRect().topLeft(), QSize(contentsRect().width(), fontMetrics().lineSpacing()));
    for (const QString& words : shownLines()) {
        painter.drawItemText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                             palette(), isEnabled(), words, foregroundRole());
        line.moveTop(line.bottom() + 1);
    }
}

} // namespace protomind
