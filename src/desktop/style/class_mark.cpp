// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/class_mark.h"

#include "desktop/style/painter_state.h"
#include "desktop/style/quantity_colours.h"

#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace protomind {

namespace {

/// Corners evenly around the origin, the first one at an angle in degrees (0: right, 90: up).
QPainterPath polygon(int corners, double radius, double firstAngle) {
    QPolygonF points;
    for (int corner = 0; corner < corners; ++corner) {
        const double angle = (firstAngle / 180 + 2.0 * corner / corners) * std::numbers::pi;
        points << QPointF(radius * std::cos(angle), -radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath star() {
    constexpr int kPoints = 5;
    constexpr double kOuter = 1.25;
    constexpr double kInner = 0.55;
    QPolygonF points;
    for (int corner = 0; corner < 2 * kPoints; ++corner) {
        const double angle = (0.5 + static_cast<double>(corner) / kPoints) * std::numbers::pi;
        const double radius = corner % 2 == 0 ? kOuter : kInner;
        points << QPointF(radius * std::cos(angle), -radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath plus() {
    constexpr double kReach = 1.12;
    constexpr double kHalf = 0.38;
    QPainterPath path;
    path.addRect(-kReach, -kHalf, 2 * kReach, 2 * kHalf);
    QPainterPath upright;
    upright.addRect(-kHalf, -kReach, 2 * kHalf, 2 * kReach);
    return path.united(upright);
}

QPainterPath turned(const QPainterPath& path, double degrees) {
    return QTransform().rotate(degrees).map(path);
}

std::array<QPainterPath, 10> makeMarks() {
    QPainterPath circle;
    circle.addEllipse(QPointF(0, 0), 1, 1);
    return {circle,
            polygon(4, 1.25, 45),
            polygon(3, 1.25, 90),
            polygon(4, 1.25, 0),
            polygon(3, 1.25, 270),
            plus(),
            star(),
            turned(plus(), 45),
            polygon(3, 1.25, 0),
            polygon(3, 1.25, 180)};
}

/// Thinner and fainter on the smallest, whose colour it would take.
QPen outline(double radius, const QPalette& palette) {
    constexpr double kSmall = 2;
    constexpr int kFaint = 150;
    QColor colour = palette.color(QPalette::Text);
    if (radius <= kSmall)
        colour.setAlpha(kFaint);
    return QPen(colour, radius > kSmall ? 1.0 : 0.5, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
}

} // namespace

const QPainterPath& classMark(int index) {
    static const std::array<QPainterPath, 10> all = makeMarks();
    return all[static_cast<std::size_t>(std::max(0, index)) % all.size()];
}

void paintClassMark(QPainter& painter, QPointF centre, double radius, int index, const QPalette& palette) {
    painter.setPen(outline(radius, palette));
    painter.setBrush(classColour(index));
    painter.drawPath(QTransform::fromScale(radius, radius).map(classMark(index)).translated(centre));
}

QPixmap classPixmap(int index, int side, double devicePixelRatio, const QPalette& palette) {
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintClassMark(painter, QPointF(side, side) / 2, side / 2.7, index, palette);
    return pixmap;
}

void paintClassBar(QPainter& painter, const QRectF& bar, int index, const QPalette& palette) {
    painter.fillRect(bar, classColour(index));
    if (bar.width() < 1)
        return;
    const PainterState state(painter);
    painter.setPen(QPen(palette.color(QPalette::Text), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace protomind
