// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/icons/drawing.h"

#include <QPainterPath>

#include <array>
#include <cmath>

namespace protomind {

namespace {

/// An arrow's head whose point is at the tip; direction in degrees, 0 to the right, 90 down.
void drawHead(QPainter& painter, QPointF tip, double direction, const QColor& colour) {
    painter.save();
    painter.translate(tip);
    painter.rotate(direction);
    QPainterPath head;
    head.moveTo(0, 0);
    head.lineTo(-4.2, -2.6);
    head.lineTo(-4.2, 2.6);
    head.closeSubpath();
    painter.fillPath(head, colour);
    painter.restore();
}

/// A box that feeds itself: what all recurrent layers are. Cells in the box say which one.
void drawLoop(QPainter& painter, const QColor& colour, int cells) {
    painter.setPen(QPen(faint(colour, 0.85), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(4, 2, 16, 14), 0, 180 * 16);
    drawHead(painter, QPointF(4, 12.4), 90, colour);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(faint(colour, 0.25));
    painter.drawRoundedRect(QRectF(2.5, 12.5, 19, 9), 2, 2);
    for (int i = 0; i < cells; ++i)
        drawCell(painter, 12 + (i - (cells - 1) / 2.0) * 4.3 - 1.6, 15.4, 3.2, faint(colour, 0.95));
}

} // namespace

void drawEmbedding(QPainter& painter, const QColor& colour) {
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 3; ++column)
            drawCell(painter, 10 + column * 4.2, 3.4 + row * 4.5, 3.6,
                     faint(colour, row == 1 ? 0.6 + 0.2 * column : 0.22));
    painter.setPen(QPen(faint(colour, 0.9), 1.4));
    painter.drawLine(QPointF(1.5, 9.7), QPointF(6, 9.7));
    drawHead(painter, QPointF(9, 9.7), 0, colour);
}

void drawPosition(QPainter& painter, const QColor& colour) {
    for (int wave = 0; wave < 2; ++wave) {
        QPainterPath path(QPointF(2, 8 + wave * 8));
        for (int i = 1; i <= 40; ++i) {
            const double x = i / 40.0;
            path.lineTo(2 + x * 20, 8 + wave * 8 - 4 * std::sin(x * (wave == 0 ? 4.5 : 1.5) * 3.14159));
        }
        painter.setPen(QPen(faint(colour, wave == 0 ? 1 : 0.6), 1.7, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
}

void drawRnn(QPainter& painter, const QColor& colour) {
    drawLoop(painter, colour, 1);
}
void drawLstm(QPainter& painter, const QColor& colour) {
    drawLoop(painter, colour, 4);
}
void drawGru(QPainter& painter, const QColor& colour) {
    drawLoop(painter, colour, 3);
}

void drawAttention(QPainter& painter, const QColor& colour) {
    constexpr std::array<double, 4> kWidths{0.6, 2.4, 1, 0.6};
    for (int i = 0; i < 4; ++i) {
        const double x = 3.4 + i * 5.7;
        painter.setPen(QPen(faint(colour, 0.35 + 0.25 * kWidths[std::size_t(i)]), kWidths[std::size_t(i)]));
        painter.drawLine(QPointF(14.8, 18.5), QPointF(x, 6));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (int i = 0; i < 4; ++i)
        painter.drawEllipse(QPointF(3.4 + i * 5.7, 5), i == 1 ? 2.6 : 1.9, i == 1 ? 2.6 : 1.9);
    painter.drawEllipse(QPointF(14.8, 19), 2.6, 2.6);
}

} // namespace protomind
