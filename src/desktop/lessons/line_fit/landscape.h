// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/plot_axes.h"
#include "desktop/lessons/line_fit/line_loss.h"

#include <QPolygonF>

#include <span>
#include <vector>

namespace protomind {

/// The part of the plane of m (to the right) and b (upwards) that is looked at, at least.
struct LandscapeWindow {
    LineWeights centre;
    double halfM = 2;
    double halfB = 2;
    bool operator==(const LandscapeWindow&) const = default;

    [[nodiscard]] PlotRange range() const;
    [[nodiscard]] bool contains(LineWeights weights) const;
    /// Larger than 1: more is seen. Stays within what numbers can be told apart.
    [[nodiscard]] LandscapeWindow scaled(double factor) const;
    [[nodiscard]] LandscapeWindow movedTo(LineWeights newCentre) const;
};

/// About the best line, in round numbers: the same for points that differ little.
[[nodiscard]] LandscapeWindow usualWindow(const LineLoss& loss);
/// The usual one, grown until all of these places are seen; places at the end of the world are left out.
[[nodiscard]] LandscapeWindow windowWith(const LineLoss& loss, std::span<const LineWeights> places);

/// Losses as shares of a logarithmic scale, and the losses that contours are drawn at.
class LossScale {
public:
    LossScale() = default;
    LossScale(const LineLoss& loss, const PlotRange& range);

    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    /// 0 at the lowest of the scale, 1 at the highest; not cut.
    [[nodiscard]] double share(double loss) const;
    /// 1, 2 and 5 times powers of ten, rising.
    [[nodiscard]] const std::vector<double>& levels() const { return m_levels; }

private:
    double m_low = 0.1;
    double m_high = 1;
    std::vector<double> m_levels;
};

/// Losses at the middles of columns times rows cells, from the top left.
[[nodiscard]] std::vector<float> landscapeValues(const LineLoss& loss, const PlotRange& range, int columns,
                                                 int rows);

/// Where the loss has one value: an ellipse about the best line, or two lines along a valley; none where no
/// line has that loss. Exact: the loss is a quadratic form.
[[nodiscard]] std::vector<QPolygonF> contour(const LineLoss& loss, double level, const PlotRange& range);

} // namespace protomind
