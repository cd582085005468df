// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/icons/drawing.h"

#include <QPainterPath>

#include <array>
#include <cmath>

namespace protomind {

namespace {

QPainterPath bell(double left, double width, double bottom, double height) {
    QPainterPath path(QPointF(left, bottom));
    for (int i = 1; i <= 40; ++i) {
        const double x = -3 + i * 6.0 / 40;
        path.lineTo(left + i * width / 40, bottom - height * std::exp(-x * x / 1.6));
    }
    return path;
}

void drawBell(QPainter& painter, const QColor& colour, double left, double width, double bottom,
              double height) {
    const QPainterPath path = bell(left, width, bottom, height);
    painter.fillPath(path, faint(colour, 0.25));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.5));
    painter.drawPath(path);
}

} // namespace

void drawLayerNorm(QPainter& painter, const QColor& colour) {
    drawBell(painter, colour, 2, 20, 15, 11);
    // One sample: a row of its numbers.
    for (int i = 0; i < 5; ++i)
        drawCell(painter, 2.2 + i * 4.1, 17.6, 3.5, faint(colour, 0.3 + 0.14 * i));
}

void drawInstanceNorm(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(faint(colour, 0.7), 1.2));
    painter.setBrush(faint(colour, 0.12));
    painter.drawRect(QRectF(2.5, 2.5, 19, 19));
    drawBell(painter, colour, 4.5, 15, 18.5, 11);
}

void drawGroupNorm(QPainter& painter, const QColor& colour) {
    drawBell(painter, colour, 1.5, 10, 17, 11);
    drawBell(painter, colour, 12.5, 10, 17, 11);
    painter.setPen(QPen(faint(colour, 0.6), 1.2));
    painter.drawLine(QPointF(1.5, 20), QPointF(11.5, 20));
    painter.drawLine(QPointF(12.5, 20), QPointF(22.5, 20));
}

void drawNoise(QPainter& painter, const QColor& colour) {
    constexpr std::array<double, 11> kJumps{0, -4, 3, -2, 6, -5, 1, 5, -3, 4, 0};
    QPainterPath path(QPointF(2, 12));
    for (std::size_t i = 1; i < kJumps.size(); ++i)
        path.lineTo(2 + double(i) * 2, 12 + kJumps[i]);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void drawGaussianSampling(QPainter& painter, const QColor& colour) {
    drawBell(painter, colour, 2, 20, 16, 13);
    constexpr std::array<double, 5> kDrawn{7.5, 10.5, 12, 13.8, 17};
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const double x : kDrawn)
        painter.drawEllipse(QPointF(x, 19.6), 1.3, 1.3);
}

/// A die.
void drawLatent(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(faint(colour, 0.18));
    painter.drawRoundedRect(QRectF(3, 3, 18, 18), 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const double x : {7.8, 16.2})
        for (const double y : {7.8, 16.2})
            painter.drawEllipse(QPointF(x, y), 1.7, 1.7);
    painter.drawEllipse(QPointF(12, 12), 1.7, 1.7);
}

void drawMultiply(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(faint(colour, 0.2));
    painter.drawEllipse(QPointF(12, 12), 8.5, 8.5);
    painter.setPen(QPen(colour, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(9, 9), QPointF(15, 15));
    painter.drawLine(QPointF(15, 9), QPointF(9, 15));
}

} // namespace protomind
