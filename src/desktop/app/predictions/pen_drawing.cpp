// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/pen_drawing.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Pixels of the drawing for one of the sample, in each direction.
constexpr int kFiner = 8;
/// Of the side: what the digit fills, and how wide the pen is.
constexpr double kFilled = 20.0 / 28;
constexpr double kPenWidth = 2.4 / 28;
/// A dot is not blown up to fill the frame.
constexpr double kSmallest = 0.15;

QRectF boundsOf(const std::vector<QPolygonF>& strokes) {
    double left = 1;
    double top = 1;
    double right = 0;
    double bottom = 0;
    for (const QPolygonF& stroke : strokes)
        for (const QPointF& point : stroke) {
            left = std::min(left, point.x());
            right = std::max(right, point.x());
            top = std::min(top, point.y());
            bottom = std::max(bottom, point.y());
        }
    return {QPointF(left, top), QPointF(right, bottom)};
}

/// The strokes with the middle of their bounds at a point of the picture, in white on black.
QImage paint(const std::vector<QPolygonF>& strokes, QSize size, QPointF middle, double scale, double side) {
    QImage picture(size, QImage::Format_Grayscale8);
    picture.fill(0);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = boundsOf(strokes).center();
    const double width = kPenWidth * side;
    painter.setPen(QPen(Qt::white, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& stroke : strokes) {
        QPolygonF line;
        for (const QPointF& point : stroke)
            line << middle + (point - centre) * scale;
        if (line.size() == 1) {
            painter.save();
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::white);
            painter.drawEllipse(line.first(), width / 2, width / 2);
            painter.restore();
        } else {
            painter.drawPolyline(line);
        }
    }
    return picture;
}

QPointF centreOfMass(const QImage& picture) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int row = 0; row < picture.height(); ++row) {
        const uchar* line = picture.constScanLine(row);
        for (int column = 0; column < picture.width(); ++column) {
            mass += line[column];
            x += line[column] * (column + 0.5);
            y += line[column] * (row + 0.5);
        }
    }
    return mass > 0 ? QPointF(x / mass, y / mass) : QPointF(picture.width() / 2.0, picture.height() / 2.0);
}

/// The mean over the fine pixels of one of the sample, in [0, 1].
float inkAt(const QImage& fine, int row, int column) {
    int sum = 0;
    for (int y = 0; y < kFiner; ++y) {
        const uchar* line = fine.constScanLine(row * kFiner + y);
        for (int x = 0; x < kFiner; ++x)
            sum += line[column * kFiner + x];
    }
    return static_cast<float>(sum) / (255.0f * kFiner * kFiner);
}

} // namespace

void PenDrawing::begin(QPointF at) {
    m_strokes.push_back(QPolygonF({at}));
}

void PenDrawing::moveTo(QPointF at) {
    if (m_strokes.empty())
        begin(at);
    else
        m_strokes.back() << at;
}

void PenDrawing::removeLastStroke() {
    if (!m_strokes.empty())
        m_strokes.pop_back();
}

HostArray PenDrawing::sample(const Shape& shape, bool inkIsDark) const {
    HostArray sample(shape);
    const auto height = static_cast<int>(shape[0]);
    const auto width = static_cast<int>(shape[1]);
    const auto channels = static_cast<std::size_t>(shape[2]);
    QImage fine(width * kFiner, height * kFiner, QImage::Format_Grayscale8);
    fine.fill(0);
    if (!isEmpty()) {
        const double side = std::min(fine.width(), fine.height());
        const QRectF bounds = boundsOf(m_strokes);
        const double largest = std::max({bounds.width(), bounds.height(), kSmallest});
        const double scale = (kFilled - kPenWidth) * side / largest;
        const QPointF middle(fine.width() / 2.0, fine.height() / 2.0);
        const QPointF mass = centreOfMass(paint(m_strokes, fine.size(), middle, scale, side));
        fine = paint(m_strokes, fine.size(), middle + (middle - mass), scale, side);
    }
    std::size_t next = 0;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) {
            const float ink = inkAt(fine, row, column);
            for (std::size_t channel = 0; channel < channels; ++channel)
                sample.values[next++] = inkIsDark ? 1 - ink : ink;
        }
    return sample;
}

} // namespace protomind
