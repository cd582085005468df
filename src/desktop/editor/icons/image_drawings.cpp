// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/icons/drawing.h"

namespace protomind {

void drawTransposedConvolution(QPainter& painter, const QColor& colour) {
    // Two stamps that overlap in a larger image.
    painter.setPen(QPen(faint(colour, 0.5), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(2, 2, 20, 20));
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(faint(colour, 0.35));
    painter.drawRoundedRect(QRectF(4, 4, 10.5, 10.5), 1.5, 1.5);
    painter.drawRoundedRect(QRectF(9.5, 9.5, 10.5, 10.5), 1.5, 1.5);
}

void drawDepthwiseConvolution(QPainter& painter, const QColor& colour) {
    for (int layer = 0; layer < 3; ++layer) {
        const double x = 9 - layer * 3.5;
        const double y = 2 + layer * 3.5;
        painter.setPen(QPen(faint(colour, 0.8), 1.1));
        painter.setBrush(faint(colour, 0.18));
        painter.drawRect(QRectF(x, y, 13, 13));
        drawCell(painter, x + 1.5, y + 8, 3.6, faint(colour, 0.9));
    }
}

void drawUpsampling(QPainter& painter, const QColor& colour) {
    drawCell(painter, 2, 9.6, 4.8, faint(colour, 0.75));
    painter.setPen(QPen(faint(colour, 0.8), 1.3));
    painter.drawLine(QPointF(8, 12), QPointF(10, 12));
    for (int i = 0; i < 4; ++i)
        drawCell(painter, 11.4 + (i % 2) * 5.6, 6.6 + (i / 2) * 5.6, 5, faint(colour, 0.75));
}

void drawPadding(QPainter& painter, const QColor& colour) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faint(colour, 0.8), 1.3, Qt::DotLine));
    painter.drawRect(QRectF(2.5, 2.5, 19, 19));
    painter.fillRect(QRectF(6.5, 6.5, 11, 11), faint(colour, 0.7));
}

void drawCropping(QPainter& painter, const QColor& colour) {
    painter.fillRect(QRectF(2.5, 2.5, 19, 19), faint(colour, 0.18));
    painter.setBrush(faint(colour, 0.45));
    painter.setPen(QPen(colour, 1.7));
    painter.drawRect(QRectF(7, 7, 10.5, 10.5));
    painter.drawLine(QPointF(7, 2.5), QPointF(7, 7));
    painter.drawLine(QPointF(2.5, 7), QPointF(7, 7));
    painter.drawLine(QPointF(17.5, 17.5), QPointF(17.5, 21.5));
    painter.drawLine(QPointF(17.5, 17.5), QPointF(21.5, 17.5));
}

void drawGlobalMaxPool(QPainter& painter, const QColor& colour) {
    painter.setBrush(faint(colour, 0.16));
    painter.setPen(QPen(faint(colour, 0.7), 1.2));
    painter.drawRect(QRectF(2.5, 4.5, 12, 15));
    drawCell(painter, 6.5, 8, 4.4, colour);
    painter.drawLine(QPointF(14.5, 12), QPointF(17, 12));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(19.6, 12), 2.7, 2.7);
}

} // namespace protomind
