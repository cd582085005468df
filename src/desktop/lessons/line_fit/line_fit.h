// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"
#include "desktop/lessons/line_fit/line_loss.h"

#include <span>
#include <vector>

namespace protomind {

/// Some points, a line y = m x + b, and the way on which its m and b have come: all that the pictures of the
/// scene show, without any of them. Points that are not finite are left out.
class LineFit {
public:
    /// A longer path loses every second step, and keeps its beginning and its end.
    static constexpr std::size_t kMostPath = 512;
    static constexpr std::size_t kMostPoints = 2000;

    void setPoints(std::vector<FitPoint> points);
    [[nodiscard]] const std::vector<FitPoint>& points() const { return m_points; }

    /// What is not finite is shown as such, and is no part of the path. A place that differs from the last
    /// one by nothing but rounding takes its stead.
    void setWeights(LineWeights weights, bool addToPath);
    [[nodiscard]] LineWeights weights() const { return m_weights; }

    /// Ends where the line is, unless it has moved without adding to it.
    [[nodiscard]] std::span<const LineWeights> path() const { return m_path; }
    /// From now on it begins where the line is.
    void clearPath();

    [[nodiscard]] const LineLoss& lossOf() const { return m_loss; }
    [[nodiscard]] double loss() const { return m_loss.at(m_weights); }
    [[nodiscard]] LineWeights gradient() const { return m_loss.gradient(m_weights); }
    /// How far the line lies above a point.
    [[nodiscard]] double error(std::size_t point) const;

    /// Rises with every change of the points: what is kept about them is old then.
    [[nodiscard]] int pointsVersion() const { return m_pointsVersion; }

private:
    std::vector<FitPoint> m_points;
    LineLoss m_loss;
    LineWeights m_weights;
    std::vector<LineWeights> m_path{LineWeights{}};
    int m_pointsVersion = 0;
};

/// A generous range for these points, in round numbers; about -1.3 to 1.3 for all that lie within.
[[nodiscard]] PlotRange rangeOf(std::span<const FitPoint> points);
/// The range that was there, while all points lie in it and it is not much too large.
[[nodiscard]] PlotRange steadyRange(const PlotRange& before, std::span<const FitPoint> points);

} // namespace protomind
