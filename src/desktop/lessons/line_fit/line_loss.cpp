// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/line_loss.h"

#include <cmath>

namespace protomind {

namespace {

/// A spread of x that is nothing but rounding.
constexpr double kNoSpread = 1e-24;

} // namespace

bool LineWeights::isFinite() const {
    return std::isfinite(m) && std::isfinite(b);
}

LineLoss::LineLoss(std::span<const FitPoint> points)
    : m_empty(points.empty()) {
    if (m_empty)
        return;
    const auto count = static_cast<double>(points.size());
    for (const FitPoint& point : points) {
        m_xMean += point.x / count;
        m_yMean += point.y / count;
    }
    double covariance = 0;
    for (const FitPoint& point : points) {
        const double x = point.x - m_xMean;
        const double y = point.y - m_yMean;
        m_xVariance += x * x / count;
        m_yVariance += y * y / count;
        covariance += x * y / count;
    }
    if (m_xVariance <= kNoSpread * (1 + m_xMean * m_xMean))
        m_xVariance = 0;
    else
        m_slope = covariance / m_xVariance;
    // Summed up from what is left, not subtracted from var(y): that would lose all figures of a good fit.
    for (const FitPoint& point : points) {
        const double rest = point.y - m_yMean - m_slope * (point.x - m_xMean);
        m_lowest += rest * rest / count;
    }
}

double LineLoss::at(LineWeights weights) const {
    if (m_empty)
        return 0;
    const double height = weights.b + weights.m * m_xMean - m_yMean;
    const double turn = weights.m - m_slope;
    return height * height + m_xVariance * turn * turn + m_lowest;
}

LineWeights LineLoss::gradient(LineWeights weights) const {
    if (m_empty)
        return {};
    const double height = weights.b + weights.m * m_xMean - m_yMean;
    return {2 * (m_xMean * height + m_xVariance * (weights.m - m_slope)), 2 * height};
}

LineWeights LineLoss::optimum(LineWeights nearTo) const {
    if (m_empty)
        return nearTo;
    if (hasOneOptimum())
        return {m_slope, m_yMean - m_slope * m_xMean};
    // The foot of the perpendicular to the valley b + m mean(x) = mean(y).
    const double away = (m_yMean - nearTo.b - nearTo.m * m_xMean) / (1 + m_xMean * m_xMean);
    return {nearTo.m + away * m_xMean, nearTo.b + away};
}

} // namespace protomind
