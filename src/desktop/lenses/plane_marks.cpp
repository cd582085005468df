// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/plane_marks.h"

#include "desktop/charts/plot_axes.h"
#include "desktop/style/class_mark.h"
#include "desktop/style/painter_state.h"
#include "desktop/style/quantity_colours.h"

#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

constexpr double kArrowWidth = 1.5;
constexpr double kCurveWidth = 1;
constexpr double kHaloWidth = 2; ///< of the ground, to either side of an arrow
constexpr double kHeadLength = 6;
constexpr double kHeadHalf = 2.8;
constexpr double kHeadShare = 0.6; ///< of a short arrow, at most
constexpr double kFarthestMark = 1.25;
/// Of a line and the ground: more than the 3 that a graphic needs by WCAG 2.1, 1.4.11, as the ground may have
/// a map on it.
constexpr double kContrast = 4.5;

double relativeLuminance(const QColor& colour) {
    const auto linear = [](float part) {
        const auto value = static_cast<double>(part);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor& a, const QColor& b) {
    const double first = relativeLuminance(a) + 0.05;
    const double second = relativeLuminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor partWay(const QColor& from, const QColor& to, double share) {
    const auto one = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {one(from.red(), to.red()), one(from.green(), to.green()), one(from.blue(), to.blue())};
}

/// The fewer, the larger: a handful is to be found, thousands are a cloud. Smaller on a small plane.
double radiusOf(std::int64_t points, double side) {
    constexpr double kUsualSide = 400;
    const double radius = points <= 60 ? 4.5 : points <= 200 ? 3.2 : points <= 1000 ? 2.5 : 1.8;
    return radius * std::clamp(side / kUsualSide, 0.7, 1.1);
}

void paintPointMark(QPainter& painter, QPointF centre, double radius, int colour, const QPalette& palette) {
    constexpr double kClear = 3; ///< from this radius on the outline is in full colour
    QColor outline = palette.color(QPalette::Text);
    if (radius < kClear)
        outline.setAlpha(140);
    painter.setPen(QPen(outline, radius < kClear ? 0.6 : 1, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(classColour(colour));
    painter.drawPath(QTransform::fromScale(radius, radius).map(classMark(colour)).translated(centre));
}

/// Each point is the same small picture, drawn once.
void paintPoints(QPainter& painter, const PlotAxes& axes, const PlaneLayer& layer, const QPalette& palette) {
    const std::int64_t count = layer.at.shape[0];
    const double radius = radiusOf(count, std::min(axes.area().width(), axes.area().height()));
    const double scale = painter.deviceTransform().m11();
    const int half = static_cast<int>(std::ceil(kFarthestMark * radius + 1));
    QImage stamp(QSize(2 * half, 2 * half) * scale, QImage::Format_ARGB32_Premultiplied);
    stamp.setDevicePixelRatio(scale);
    stamp.fill(Qt::transparent);
    QPainter stamping(&stamp);
    stamping.setRenderHint(QPainter::Antialiasing);
    paintPointMark(stamping, QPointF(half, half), radius, layer.colour, palette);
    stamping.end();
    const QRectF near = axes.area().adjusted(-half, -half, half, half);
    const auto onPixel = [scale](double place) { return std::round(place * scale) / scale; };
    for (std::int64_t i = 0; i < count; ++i) {
        const auto* at = layer.at.values.data() + 2 * i;
        const QPointF place = axes.place({static_cast<double>(at[0]), static_cast<double>(at[1])});
        const bool isNumbers = std::isfinite(place.x()) && std::isfinite(place.y());
        if (isNumbers && near.contains(place))
            painter.drawImage(QPointF(onPixel(place.x()) - half, onPixel(place.y()) - half), stamp);
    }
}

/// The part of a line within the area (Liang and Barsky, 1984); none of what isn't numbers.
std::optional<QLineF> cutLine(QPointF from, QPointF to, const QRectF& area) {
    double first = 0;
    double last = 1;
    const QPointF way = to - from;
    const auto cut = [&](double step, double room) {
        if (step == 0)
            return room >= 0;
        const double share = room / step;
        if (step < 0)
            first = std::max(first, share);
        else
            last = std::min(last, share);
        return first <= last;
    };
    const bool isNumbers = std::isfinite(way.x()) && std::isfinite(way.y());
    if (!isNumbers || !cut(-way.x(), from.x() - area.left()) || !cut(way.x(), area.right() - from.x()) ||
        !cut(-way.y(), from.y() - area.top()) || !cut(way.y(), area.bottom() - from.y()))
        return std::nullopt;
    return QLineF(from + first * way, from + last * way);
}

void paintArrowLines(QPainter& painter, const QList<QLineF>& shafts, const QPainterPath& heads,
                     const QColor& colour, const QColor& ground) {
    painter.setPen(QPen(ground, kArrowWidth + 2 * kHaloWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(shafts);
    painter.setPen(QPen(ground, 2 * kHaloWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(ground);
    painter.drawPath(heads);
    painter.setPen(QPen(colour, kArrowWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(shafts);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(heads);
}

/// Adds one from place to place.
void addArrow(QPointF from, QPointF to, QList<QLineF>& shafts, QPainterPath& heads) {
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1e-6) {
        heads.addEllipse(to, kArrowWidth, kArrowWidth); // it stands still
        return;
    }
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const double head = std::min(kHeadLength, kHeadShare * length);
    const QPointF neck = to - head * along;
    const double half = kHeadHalf * std::max(0.5, head / kHeadLength);
    shafts << QLineF(from, neck);
    heads.addPolygon(QPolygonF{to, neck + half * across, neck - half * across, to});
}

QColor haloColour(const QPalette& palette) {
    QColor ground = palette.color(QPalette::Base);
    ground.setAlpha(150);
    return ground;
}

void paintArrows(QPainter& painter, const PlotAxes& axes, const PlaneLayer& layer, const QPalette& palette) {
    // So long an arrow shows no end; the painter is spared huge numbers.
    const double far = 2 * (axes.area().width() + axes.area().height());
    const QRectF near = axes.area().adjusted(-far, -far, far, far);
    QList<QLineF> shafts;
    QPainterPath heads;
    heads.setFillRule(Qt::WindingFill);
    for (std::int64_t i = 0; i < layer.at.shape[0]; ++i) {
        const auto* at = layer.at.values.data() + 4 * i;
        const auto place = [&](int first) {
            return axes.place({static_cast<double>(at[first]), static_cast<double>(at[first + 1])});
        };
        if (const auto line = cutLine(place(0), place(2), near))
            addArrow(line->p1(), line->p2(), shafts, heads);
    }
    paintArrowLines(painter, shafts, heads, planeLineColour(layer.colour, palette), haloColour(palette));
}

void paintCurves(QPainter& painter, const PlotAxes& axes, const PlaneLayer& layer, const QPalette& palette) {
    const QRectF near = axes.area().adjusted(-2, -2, 2, 2);
    const std::int64_t points = layer.at.shape[1];
    QList<QLineF> lines;
    for (std::int64_t curve = 0; curve < layer.at.shape[0]; ++curve) {
        const auto place = [&](std::int64_t i) {
            const auto* at = layer.at.values.data() + 2 * (curve * points + i);
            return axes.place({static_cast<double>(at[0]), static_cast<double>(at[1])});
        };
        for (std::int64_t i = 1; i < points; ++i) {
            if (const auto line = cutLine(place(i - 1), place(i), near))
                lines << *line;
        }
    }
    painter.setPen(QPen(planeLineColour(layer.colour, palette), kCurveWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines);
}

} // namespace

QColor planeLineColour(int colour, const QPalette& palette) {
    const QColor ground = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor wanted = classColour(colour);
    constexpr int kSteps = 10;
    for (int step = 0; step < kSteps; ++step) {
        const QColor tried = partWay(wanted, text, static_cast<double>(step) / kSteps);
        if (contrastOf(tried, ground) >= kContrast)
            return tried;
    }
    return text;
}

void paintPlaneLayer(QPainter& painter, const PlotAxes& axes, const PlaneLayer& layer,
                     const QPalette& palette) {
    const Shape& shape = layer.at.shape;
    const PainterState state(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(axes.area());
    if (layer.marks == PlaneMarks::Points && shape.rank() == 2 && shape[1] == 2)
        paintPoints(painter, axes, layer, palette);
    else if (layer.marks == PlaneMarks::Arrows && shape.rank() == 2 && shape[1] == 4)
        paintArrows(painter, axes, layer, palette);
    else if (layer.marks == PlaneMarks::Curves && shape.rank() == 3 && shape[2] == 2)
        paintCurves(painter, axes, layer, palette);
}

QPixmap planeLayerPixmap(const PlaneLayer& layer, int side, double devicePixelRatio,
                         const QPalette& palette) {
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = side / 2.0;
    const QColor colour = planeLineColour(layer.colour, palette);
    switch (layer.marks) {
    case PlaneMarks::Points:
        paintPointMark(painter, {middle, middle}, side / 3.2, layer.colour, palette);
        break;
    case PlaneMarks::Arrows: {
        QList<QLineF> shafts;
        QPainterPath heads;
        addArrow({1, side - 2.0}, {side - 1.0, 2}, shafts, heads);
        paintArrowLines(painter, shafts, heads, colour, Qt::transparent);
        break;
    }
    case PlaneMarks::Curves: {
        QPainterPath curve({0, middle + side / 5.0});
        curve.cubicTo({side / 3.0, -side / 5.0}, {2 * side / 3.0, 1.2 * side},
                      {side * 1.0, middle - side / 5.0});
        painter.setPen(QPen(colour, kArrowWidth));
        painter.drawPath(curve);
        break;
    }
    }
    return pixmap;
}

} // namespace protomind
