// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/landscape.h"

#include "desktop/charts/scale_ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace protomind {

namespace {

constexpr double kSmallestHalf = 1e-3;
constexpr double kLargestHalf = 1e9;
constexpr int kMostDoublings = 20;
/// A scale that reaches further down shows nothing but its own bottom.
constexpr double kScaleDepth = 3e-4;
constexpr int kMostLevels = 14;
constexpr int kContourSteps = 90;
/// An ellipse so many times longer than the window is drawn as its two long sides.
constexpr double kLong = 4;

double roundedTo(double value, double step) {
    return std::round(value / step) * step;
}

} // namespace

PlotRange LandscapeWindow::range() const {
    return {centre.m - halfM, centre.m + halfM, centre.b - halfB, centre.b + halfB};
}

bool LandscapeWindow::contains(LineWeights weights) const {
    return std::abs(weights.m - centre.m) <= halfM && std::abs(weights.b - centre.b) <= halfB;
}

LandscapeWindow LandscapeWindow::scaled(double factor) const {
    const double low = kSmallestHalf / std::min(halfM, halfB);
    const double high = kLargestHalf / std::max(halfM, halfB);
    const double cut = std::clamp(factor, std::min(1.0, low), std::max(1.0, high));
    return {centre, halfM * cut, halfB * cut};
}

LandscapeWindow LandscapeWindow::movedTo(LineWeights newCentre) const {
    return {newCentre, halfM, halfB};
}

LandscapeWindow usualWindow(const LineLoss& loss) {
    LandscapeWindow window;
    if (loss.empty())
        return window;
    // Where x is large, a little m does much.
    const double reach = std::sqrt(loss.xMean() * loss.xMean() + loss.xVariance());
    const double height = std::abs(loss.yMean()) + std::sqrt(loss.yVariance());
    if (height > 2)
        window.halfB *= std::exp2(std::ceil(std::log2(height / 2)));
    window.halfM = window.halfB;
    if (reach > 4 || (reach > 0 && reach < 0.2))
        window.halfM *= std::exp2(-std::round(std::log2(reach)));
    const LineWeights best = loss.optimum();
    window.centre = {roundedTo(best.m, window.halfM / 4), roundedTo(best.b, window.halfB / 4)};
    return window;
}

LandscapeWindow windowWith(const LineLoss& loss, std::span<const LineWeights> places) {
    constexpr double kRoom = 0.92;
    const LandscapeWindow usual = usualWindow(loss);
    LandscapeWindow window = usual;
    for (const LineWeights& place : places) {
        LandscapeWindow grown = window;
        const auto holds = [&] {
            return std::abs(place.m - grown.centre.m) <= kRoom * grown.halfM &&
                   std::abs(place.b - grown.centre.b) <= kRoom * grown.halfB;
        };
        while (!holds() && grown.halfB < std::ldexp(usual.halfB, kMostDoublings))
            grown = {grown.centre, 2 * grown.halfM, 2 * grown.halfB};
        if (holds())
            window = grown;
    }
    return window;
}

LossScale::LossScale(const LineLoss& loss, const PlotRange& range) {
    // A bowl is highest at a corner.
    m_high = 0;
    for (const double m : {range.left, range.right})
        for (const double b : {range.low, range.high})
            m_high = std::max(m_high, loss.at({m, b}));
    if (!(m_high > 0) || !std::isfinite(m_high))
        m_high = 1;
    m_low = std::clamp(loss.lowest(), kScaleDepth * m_high, 0.9 * m_high);
    m_levels = logarithmicTicks(m_low, m_high, kMostLevels);
}

double LossScale::share(double loss) const {
    if (loss <= 0)
        return 0;
    return std::log(loss / m_low) / std::log(m_high / m_low);
}

std::vector<float> landscapeValues(const LineLoss& loss, const PlotRange& range, int columns, int rows) {
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        const double b = range.high - (row + 0.5) * range.height() / rows;
        for (int column = 0; column < columns; ++column)
            values.push_back(
                static_cast<float>(loss.at({range.left + (column + 0.5) * range.width() / columns, b})));
    }
    return values;
}

std::vector<QPolygonF> contour(const LineLoss& loss, double level, const PlotRange& range) {
    if (loss.empty() || !(level > loss.lowest()))
        return {};
    const double radius = std::sqrt(level - loss.lowest());
    const LineWeights best = loss.optimum();
    const double halfLength =
        loss.hasOneOptimum() ? radius / std::sqrt(loss.xVariance()) : std::numeric_limits<double>::infinity();
    // In u = b + m mean(x) - mean(y) and v = sqrt(var(x)) (m - slope) it is a circle.
    const auto b = [&](double m, double u) { return loss.yMean() - m * loss.xMean() + u; };
    if (halfLength <= kLong * range.width()) {
        QPolygonF ellipse;
        for (int step = 0; step <= kContourSteps; ++step) {
            const double angle = 2 * std::numbers::pi * (step % kContourSteps) / kContourSteps;
            const double m = best.m + halfLength * std::sin(angle);
            ellipse.append(QPointF(m, b(m, radius * std::cos(angle))));
        }
        return {ellipse};
    }
    std::vector<QPolygonF> sides(2);
    for (int step = 0; step <= kContourSteps; ++step) {
        const double m = range.left + step * range.width() / kContourSteps;
        const double v = loss.hasOneOptimum() ? (m - best.m) / halfLength : 0;
        if (std::abs(v) > 1)
            continue;
        const double u = radius * std::sqrt(1 - v * v);
        sides[0].append(QPointF(m, b(m, u)));
        sides[1].append(QPointF(m, b(m, -u)));
    }
    return sides;
}

} // namespace protomind
