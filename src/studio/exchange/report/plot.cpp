// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

constexpr double kLeftRoom = 64;
constexpr double kBottomRoom = 62;
constexpr double kTopRoom = 12;
constexpr double kRightRoom = 18;
constexpr int kTicks = 6;
/// Beyond it a linear axis shows nothing of the small ones.
constexpr double kLogarithmFrom = 30;

double niceStep(double range) {
    const double wanted = range / kTicks;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

std::vector<double> linearTicks(PlotSpan span, double leastStep = 0) {
    const double step = std::max(niceStep(span.high - span.low), leastStep);
    std::vector<double> ticks;
    for (double i = std::ceil(span.low / step - 1e-9); i * step <= span.high + 1e-9 * step; ++i)
        ticks.push_back(i * step);
    return ticks;
}

/// 1, 2 and 5 times the powers of ten where those alone would be few.
std::vector<double> logarithmicTicks(PlotSpan span) {
    const double decades = std::log10(span.high / span.low);
    std::vector<double> ticks;
    const double stride = std::max(1.0, std::ceil(decades / 8));
    for (double power = std::floor(std::log10(span.low)); power <= std::log10(span.high) + 1;
         power += stride) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10.0, power);
            if ((factor == 1 || decades < 2.5) && value >= span.low * (1 - 1e-9) &&
                value <= span.high * (1 + 1e-9))
                ticks.push_back(value);
        }
    }
    return ticks;
}

std::string tickText(double value) {
    return std::abs(value) < 1e-12 ? "0" : fmt::format("{:.4g}", value);
}

/// So many points that two share a pixel, at most: the lowest and the highest of each column.
std::vector<Spot> thinned(std::vector<Spot> spots, double width) {
    const auto columns = static_cast<std::size_t>(width);
    if (spots.size() <= 2 * columns)
        return spots;
    std::vector<Spot> kept;
    for (std::size_t i = 0; i < columns; ++i) {
        const auto first = spots.begin() + static_cast<std::ptrdiff_t>(i * spots.size() / columns);
        const auto last = spots.begin() + static_cast<std::ptrdiff_t>((i + 1) * spots.size() / columns);
        auto [low, high] = std::minmax_element(first, last, [](Spot a, Spot b) { return a.y < b.y; });
        kept.push_back(std::min(low, high) == low ? *low : *high);
        if (low != high)
            kept.push_back(std::max(low, high) == low ? *low : *high);
    }
    return kept;
}

} // namespace

Plot::Plot(double width, double height, PlotScale scale)
    : m_scale(std::move(scale))
    , m_left(kLeftRoom)
    , m_right(width - kRightRoom)
    , m_top(kTopRoom)
    , m_bottom(height - kBottomRoom)
    , m_drawing(width, height)
    , m_legend(kLeftRoom) {
    axes();
}

Spot Plot::place(double x, double y) const {
    const auto share = [](double value, PlotSpan span) {
        return std::clamp((value - span.low) / (span.high - span.low), 0.0, 1.0);
    };
    const double up = m_scale.logarithmicY ? share(std::log(std::max(y, m_scale.y.low)),
                                                   {std::log(m_scale.y.low), std::log(m_scale.y.high)})
                                           : share(y, m_scale.y);
    return {m_left + share(x, m_scale.x) * (m_right - m_left), m_bottom - up * (m_bottom - m_top)};
}

void Plot::axes() {
    for (const double value : m_scale.logarithmicY ? logarithmicTicks(m_scale.y) : linearTicks(m_scale.y)) {
        const Spot at = place(m_scale.x.low, value);
        m_drawing.line(at, {m_right, at.y}, ink::kGrid);
        m_drawing.text({m_left - 8, at.y + 4}, tickText(value), ink::kMuted, 12, TextAnchor::End);
    }
    for (const double value : linearTicks(m_scale.x, m_scale.wholeX ? 1 : 0)) {
        const Spot at = place(value, m_scale.y.low);
        m_drawing.line({at.x, m_bottom}, {at.x, m_top}, ink::kGrid);
        m_drawing.text({at.x, m_bottom + 17}, tickText(value), ink::kMuted, 12, TextAnchor::Middle);
    }
    m_drawing.line({m_left, m_top}, {m_left, m_bottom}, ink::kBorder);
    m_drawing.line({m_left, m_bottom}, {m_right, m_bottom}, ink::kBorder);
    m_drawing.text({m_right, m_bottom + 34}, m_scale.xTitle, ink::kMuted, 12, TextAnchor::End);
    m_drawing.textUpwards({14, (m_top + m_bottom) / 2}, m_scale.yTitle, ink::kMuted);
}

void Plot::curve(std::span<const Spot> values, const Ink& stroke, const char* dashes) {
    std::vector<Spot> spots;
    for (const Spot& value : values) {
        if (std::isfinite(value.x) && std::isfinite(value.y))
            spots.push_back(place(value.x, value.y));
    }
    spots = thinned(std::move(spots), m_right - m_left);
    m_drawing.polyline(spots, stroke, 2, dashes);
    // A line through few points does not say where they are, and there is none through a single one.
    constexpr std::size_t kFew = 12;
    if (spots.size() <= kFew) {
        for (const Spot& spot : spots)
            m_drawing.dot(spot, 3, stroke);
    }
}

Spot Plot::legendPlace(double width) {
    const Spot place{m_legend, m_bottom + 52};
    m_legend += width;
    return place;
}

void Plot::legend(const std::string& name, const Ink& stroke, const char* dashes) {
    const Spot at = legendPlace(52 + textWidth(name, 12));
    const std::array<Spot, 2> sample{{{at.x, at.y - 4}, {at.x + 26, at.y - 4}}};
    m_drawing.polyline(sample, stroke, 2, dashes);
    m_drawing.text({at.x + 32, at.y}, name, ink::kText);
}

void Plot::background(const std::string& png) {
    m_drawing.image({m_left, m_top}, m_right - m_left, m_bottom - m_top, png);
}

bool needsLogarithm(std::span<const Spot> values) {
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const Spot& value : values) {
        if (!std::isfinite(value.y) || value.y <= 0)
            return false;
        low = std::min(low, value.y);
        high = std::max(high, value.y);
    }
    return high > kLogarithmFrom * low;
}

PlotSpan spanOf(std::span<const Spot> values, bool ofX, double room) {
    PlotSpan span{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const Spot& spot : values) {
        const double value = ofX ? spot.x : spot.y;
        if (std::isfinite(value)) {
            span.low = std::min(span.low, value);
            span.high = std::max(span.high, value);
        }
    }
    if (!(span.low <= span.high))
        return {0, 1};
    if (span.high - span.low < 1e-9 * std::max(1.0, std::abs(span.high)))
        return {span.low - 0.5, span.high + 0.5};
    const double more = room * (span.high - span.low);
    return {span.low - more, span.high + more};
}

} // namespace protomind
