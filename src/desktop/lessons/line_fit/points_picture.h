// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/points_layout.h"

#include <QPalette>

class QPainter;

namespace protomind {

/// What is seen of points and line, and what is pointed at.
struct PointsPictureState {
    bool squares = true;
    bool handles = true;
    PointsTarget strong; ///< under the pointer, or chosen with the keys
    bool chosenByKeys = false;
};

/// Paints grid, squares, line, points and handles, clipped to the area of the axes.
void paintPoints(QPainter& painter, const QPalette& palette, const LineFit& fit, const PointsLayout& layout,
                 const PointsPictureState& state);

/// "error 0.42, squared 0.176": of a point; what a handle does, of a handle. Empty for nothing.
[[nodiscard]] QString readingOf(const LineFit& fit, const PointsTarget& target);

} // namespace protomind
