// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace protomind {

struct CurvePoint {
    double x = 0;
    double y = 0;
    bool operator==(const CurvePoint&) const = default;
};

/// What was said about one curve, in order of x. A chart draws a decimated part of it, so that its cost
/// follows the width of the picture and not the length of the run. Every point is kept up to kMostPoints
/// (over an hour at sixty a second); then all are thinned to the lowest and highest of many columns, so that
/// neither memory nor time grows with the days.
class CurveHistory {
public:
    static constexpr std::size_t kMostPoints = std::size_t{1} << 18;

    /// Points whose x or y is not finite are left out; x must not go back (a point that does is left out as
    /// well).
    void append(CurvePoint point);
    void clear() { *this = CurveHistory(); }
    /// Takes away all points of a greater x.
    void cutAfter(double x);

    [[nodiscard]] bool empty() const { return m_points.empty(); }
    [[nodiscard]] std::span<const CurvePoint> points() const { return m_points; }
    /// The point whose x is nearest; null where there are none.
    [[nodiscard]] const CurvePoint* nearest(double x) const;
    /// The first of the lowest and of the highest points; null where there are none.
    [[nodiscard]] const CurvePoint* lowest() const { return m_points.empty() ? nullptr : &m_lowest; }
    [[nodiscard]] const CurvePoint* highest() const { return m_points.empty() ? nullptr : &m_highest; }

private:
    std::vector<CurvePoint> m_points;
    CurvePoint m_lowest;
    CurvePoint m_highest;
};

/// The points of [left, right], thinned to the lowest and the highest of each of so many columns: at most two
/// points a column, in their order, and no peak is lost. What has no more than two points a column comes back
/// as it is.
[[nodiscard]] std::vector<CurvePoint> decimate(std::span<const CurvePoint> points, double left, double right,
                                               int columns);

} // namespace protomind
