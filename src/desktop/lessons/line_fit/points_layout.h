// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"
#include "desktop/lessons/line_fit/line_fit.h"

#include <QLineF>

#include <optional>

namespace protomind {

/// What can be taken hold of among the points.
enum class PointsPart {
    Nothing,
    Point,
    Middle, ///< the handle that moves the line up and down
    End,    ///< the handle that turns it
    Line,   ///< anywhere else on the line: moves it too
};

struct PointsTarget {
    PointsPart part = PointsPart::Nothing;
    std::size_t point = 0;
    bool operator==(const PointsTarget&) const = default;
};

/// Where points, squares, line and handles lie on the picture, what is hit there, and what a drag makes of
/// it: all without painting. A square's side is the length that the error has on the picture, so its surface
/// is the squared error whatever the axes' scales are.
class PointsLayout {
public:
    PointsLayout(const LineFit& fit, const PlotAxes& axes);

    [[nodiscard]] const PlotAxes& axes() const { return m_axes; }
    [[nodiscard]] QPointF point(std::size_t index) const;
    /// The square of the error of a point: one side is the stretch from the point to the line.
    [[nodiscard]] QRectF square(std::size_t index) const;
    /// The part of the line that is seen.
    [[nodiscard]] std::optional<QLineF> line() const;
    /// Handles never leave the picture; those of a line that is out of sight wait at its edge.
    [[nodiscard]] QPointF middle() const;
    [[nodiscard]] QPointF end() const;
    [[nodiscard]] bool lineIsSeen() const { return line().has_value(); }

    /// What lies within so many pixels: handles before points, points before the line.
    [[nodiscard]] PointsTarget hit(QPointF place, double reach, bool handles) const;

    /// The line with its middle handle at the height of this place.
    [[nodiscard]] LineWeights movedTo(QPointF place) const;
    /// The line turned about its middle until it goes through this place.
    [[nodiscard]] LineWeights turnedTo(QPointF place) const;

private:
    /// The x that the line turns about: 0 where that is well inside, else the middle of the picture.
    [[nodiscard]] double pivot() const;

    const LineFit& m_fit;
    PlotAxes m_axes;
};

/// To thousandths, or to what can be seen where a unit is so many pixels long.
[[nodiscard]] double roundedToSight(double value, double unitPixels);

} // namespace protomind
