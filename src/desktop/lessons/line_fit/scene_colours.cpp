// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/scene_colours.h"

#include <QPainter>

#include <algorithm>

namespace protomind {

QColor fittedLineColour(const QPalette& palette) {
    return QColor::fromRgb(palette.color(QPalette::Window).lightness() < 128 ? 0xff7ab8 : 0xb0286f);
}

void strokeOnAnyGround(QPainter& painter, const QPainterPath& path, double width) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), width + 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(Qt::white, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void paintReading(QPainter& painter, const QPalette& palette, const QString& text, QPointF beside,
                  const QRectF& area) {
    constexpr double kAway = 12;
    constexpr double kRoom = 5;
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double most = std::max(40.0, area.width() - 2 * kRoom - 4);
    const QSizeF size =
        metrics.boundingRect(QRectF(0, 0, most, 1e4), Qt::AlignLeft | Qt::TextWordWrap, text).size();
    QRectF box(beside.x() + kAway, beside.y() - kAway - size.height() - 2 * kRoom,
               size.width() + 2 * kRoom + 2, size.height() + 2 * kRoom);
    if (box.right() > area.right())
        box.moveRight(beside.x() - kAway);
    if (box.left() < area.left())
        box.moveLeft(area.left() + 2);
    if (box.right() > area.right())
        box.moveRight(area.right() - 1);
    if (box.top() < area.top())
        box.moveTop(std::min(beside.y() + kAway, area.bottom() - box.height() - 1));
    if (box.bottom() > area.bottom())
        box.moveBottom(area.bottom() - 1);
    painter.setPen(QPen(palette.color(QPalette::Dark), 1));
    painter.setBrush(palette.color(QPalette::ToolTipBase));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(palette.color(QPalette::ToolTipText));
    painter.drawText(box.adjusted(kRoom, kRoom, -kRoom + 2, -kRoom + 2), Qt::AlignLeft | Qt::TextWordWrap,
                     text);
}

} // namespace protomind
