// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/line_fit.h"

#include <QPalette>
#include <QPolygonF>

#include <optional>

class QPainter;

namespace protomind {

/// Where a walk goes on the picture. What is very far outside is drawn nearer, in the same direction.
[[nodiscard]] QPolygonF walkPlaces(std::span<const LineWeights> path, const PlotAxes& axes);

/// The path: the further back, the fainter; dots where the steps are apart.
void paintWalk(QPainter& painter, const QPolygonF& walk);

/// The end of the arrow down the slope at a place; none where it is flat. Its length says how steep it is,
/// within what can be seen.
[[nodiscard]] std::optional<QPointF> downhillEnd(const LineFit& fit, const PlotAxes& axes, double unit);
void paintArrow(QPainter& painter, QPointF from, QPointF to);

/// The line's place.
void paintPlace(QPainter& painter, const QPalette& palette, QPointF at, bool strong);

/// Where at the edge of the area the way to a place outside leaves it.
[[nodiscard]] QPointF edgeTowards(const QRectF& area, QPointF outside, double room);
/// An arrow head at the edge: over there.
void paintEdgeArrow(QPainter& painter, const QPalette& palette, const QRectF& area, QPointF outside);

} // namespace protomind
