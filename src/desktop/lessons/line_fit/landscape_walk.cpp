// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape_walk.h"

#include "desktop/lessons/line_fit/scene_colours.h"
#include "desktop/style/laboratory_style.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kFarthest = 2e4; ///< pixels
constexpr double kDotSpacing = 7;
constexpr double kEdgeRoom = 12;
/// The faintest that the path gets.
constexpr double kFaintest = 0.3;

} // namespace

QPolygonF walkPlaces(std::span<const LineWeights> path, const PlotAxes& axes) {
    QPolygonF places;
    places.reserve(static_cast<qsizetype>(path.size()));
    const QPointF centre = axes.area().center();
    for (const LineWeights& step : path) {
        const QPointF away = axes.place({step.m, step.b}) - centre;
        const double length = std::hypot(away.x(), away.y());
        if (!std::isfinite(length))
            break;
        places.append(centre + (length > kFarthest ? away * (kFarthest / length) : away));
    }
    return places;
}

void paintWalk(QPainter& painter, const QPolygonF& walk) {
    if (walk.size() < 2)
        return;
    const double line = lineScale();
    painter.setBrush(Qt::NoBrush);
    // In a few pieces, each fainter than the one after it.
    constexpr qsizetype kPieces = 8;
    const qsizetype steps = walk.size() - 1;
    const auto pieceAt = [&](qsizetype piece) { return steps * piece / kPieces; };
    for (const bool edge : {true, false})
        for (qsizetype piece = 0; piece < kPieces; ++piece) {
            const qsizetype from = pieceAt(piece);
            const qsizetype count = pieceAt(piece + 1) - from + 1;
            if (count < 2)
                continue;
            const double strength =
                kFaintest + (1 - kFaintest) * static_cast<double>(piece + 1) / static_cast<double>(kPieces);
            QColor colour = edge ? Qt::black : Qt::white;
            colour.setAlphaF(static_cast<float>(edge ? 0.45 * strength : strength));
            painter.setPen(
                QPen(colour, (edge ? 3.4 : 1.6) * line, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            painter.drawPolyline(walk.constData() + from, static_cast<int>(count));
        }
    QPointF last = walk.back();
    for (qsizetype step = walk.size() - 2; step >= 0; --step) {
        if (QLineF(last, walk[step]).length() < kDotSpacing)
            continue;
        last = walk[step];
        const double strength =
            kFaintest + (1 - kFaintest) * static_cast<double>(step + 1) / static_cast<double>(walk.size());
        QColor fill = Qt::white;
        QColor edge = Qt::black;
        fill.setAlphaF(static_cast<float>(strength));
        edge.setAlphaF(static_cast<float>(0.7 * strength));
        painter.setPen(QPen(edge, 1));
        painter.setBrush(fill);
        painter.drawEllipse(last, 2.6 * line, 2.6 * line);
    }
}

std::optional<QPointF> downhillEnd(const LineFit& fit, const PlotAxes& axes, double unit) {
    const LineWeights gradient = fit.gradient();
    const double steepness = std::hypot(gradient.m, gradient.b);
    if (!std::isfinite(steepness) || steepness < 1e-6)
        return std::nullopt;
    const QPointF direction(-gradient.m * axes.xUnit(), gradient.b * axes.yUnit());
    const double length = std::hypot(direction.x(), direction.y());
    const double wanted = unit * (1.4 + 3.2 * steepness / (steepness + 1));
    return axes.place({fit.weights().m, fit.weights().b}) + direction * (wanted / length);
}

void paintArrow(QPainter& painter, QPointF from, QPointF to) {
    const QPointF along = (to - from) / std::max(1e-9, std::hypot(to.x() - from.x(), to.y() - from.y()));
    const QPointF across(-along.y(), along.x());
    const double wing = 7 * std::sqrt(lineScale());
    QPainterPath arrow(from);
    arrow.lineTo(to);
    arrow.moveTo(to - wing * along + 0.7 * wing * across);
    arrow.lineTo(to);
    arrow.lineTo(to - wing * along - 0.7 * wing * across);
    strokeOnAnyGround(painter, arrow, 2.4 * lineScale());
}

void paintPlace(QPainter& painter, const QPalette& palette, QPointF at, bool strong) {
    const double radius = (strong ? 9 : 7.5) * std::sqrt(lineScale());
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4));
    painter.setBrush(fittedLineColour(palette));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(Qt::white, 2.2));
    painter.drawEllipse(at, radius, radius);
}

QPointF edgeTowards(const QRectF& area, QPointF outside, double room) {
    const QRectF inner = area.adjusted(room, room, -room, -room);
    const QPointF away = outside - inner.center();
    double share = 1;
    if (std::abs(away.x()) > inner.width() / 2)
        share = std::min(share, inner.width() / 2 / std::abs(away.x()));
    if (std::abs(away.y()) > inner.height() / 2)
        share = std::min(share, inner.height() / 2 / std::abs(away.y()));
    return inner.center() + share * away;
}

void paintEdgeArrow(QPainter& painter, const QPalette& palette, const QRectF& area, QPointF outside) {
    const QPointF at = edgeTowards(area, outside, kEdgeRoom);
    const QPointF away = outside - area.center();
    const QPointF along = away / std::max(1e-9, std::hypot(away.x(), away.y()));
    const QPointF across(-along.y(), along.x());
    const double size = 10 * std::sqrt(lineScale());
    QPainterPath head(at + size * along);
    head.lineTo(at - 0.6 * size * along + 0.8 * size * across);
    head.lineTo(at - 0.6 * size * along - 0.8 * size * across);
    head.closeSubpath();
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.setBrush(fittedLineColour(palette));
    painter.drawPath(head);
    painter.setPen(QPen(Qt::white, 2, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.drawPath(head);
}

} // namespace protomind
