// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/line_fit.h"

#include "desktop/charts/scale_ticks.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kUsualReach = 1.3;
/// Points so near to the edge of the usual range still leave it as it is.
constexpr double kUsualRoom = 1.25;
constexpr double kRounding = 1e-6;

bool isSame(LineWeights a, LineWeights b) {
    const auto close = [](double x, double y) { return std::abs(x - y) <= kRounding * (1 + std::abs(y)); };
    return close(a.m, b.m) && close(a.b, b.b);
}

struct Span {
    double low;
    double high;
};

/// Some room on both sides, out to round numbers.
Span roomy(Span span) {
    const double width = span.high - span.low;
    const double room = width > 0 ? 0.12 * width : std::max(1.0, 0.1 * std::abs(span.low));
    const double step = niceStep(width + 2 * room, 12);
    return {std::floor((span.low - room) / step) * step, std::ceil((span.high + room) / step) * step};
}

} // namespace

void LineFit::setPoints(std::vector<FitPoint> points) {
    std::erase_if(points,
                  [](const FitPoint& point) { return !std::isfinite(point.x) || !std::isfinite(point.y); });
    points.resize(std::min(points.size(), kMostPoints));
    if (points == m_points)
        return;
    m_points = std::move(points);
    m_loss = LineLoss(m_points);
    ++m_pointsVersion;
}

void LineFit::setWeights(LineWeights weights, bool addToPath) {
    m_weights = weights;
    if (!addToPath || !weights.isFinite())
        return;
    if (!m_path.empty() && isSame(m_path.back(), weights)) {
        m_path.back() = weights;
        return;
    }
    m_path.push_back(weights);
    if (m_path.size() <= kMostPath)
        return;
    std::vector<LineWeights> kept;
    for (std::size_t step = 0; step < m_path.size(); step += 2)
        kept.push_back(m_path[step]);
    if (m_path.size() % 2 == 0)
        kept.push_back(m_path.back());
    m_path = std::move(kept);
}

void LineFit::clearPath() {
    m_path.clear();
    if (m_weights.isFinite())
        m_path.push_back(m_weights);
}

double LineFit::error(std::size_t point) const {
    return m_weights.at(m_points.at(point).x) - m_points.at(point).y;
}

PlotRange rangeOf(std::span<const FitPoint> points) {
    const PlotRange usual{-kUsualReach, kUsualReach, -kUsualReach, kUsualReach};
    if (points.empty())
        return usual;
    const auto [left, right] = std::ranges::minmax(points, {}, &FitPoint::x);
    const auto [low, high] = std::ranges::minmax(points, {}, &FitPoint::y);
    if (left.x >= -kUsualRoom && right.x <= kUsualRoom && low.y >= -kUsualRoom && high.y <= kUsualRoom)
        return usual;
    const Span x = roomy({left.x, right.x});
    const Span y = roomy({low.y, high.y});
    return {x.low, x.high, y.low, y.high};
}

PlotRange steadyRange(const PlotRange& before, std::span<const FitPoint> points) {
    constexpr double kTooLarge = 2.5;
    const PlotRange now = rangeOf(points);
    const bool held = std::ranges::all_of(points, [&](const FitPoint& point) {
        return before.contains({point.x, point.y});
    });
    const bool large = before.width() > kTooLarge * now.width() || before.height() > kTooLarge * now.height();
    return held && !large ? before : now;
}

} // namespace protomind
