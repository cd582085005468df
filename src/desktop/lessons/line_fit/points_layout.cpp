// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/line_fit/points_layout.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// How far along the way to the edge the turning handle sits.
constexpr double kEndShare = 0.82;
/// Turning never gets nearer to the pivot than this share of the picture's width.
constexpr double kSmallestArm = 0.03;
constexpr double kHandleRoom = 9;
/// Slopes are rounded as if the arm were no longer than this.
constexpr double kArmPixels = 300;

QPointF cutInto(const QRectF& area, QPointF place) {
    const QRectF room = area.adjusted(kHandleRoom, kHandleRoom, -kHandleRoom, -kHandleRoom);
    return {std::clamp(place.x(), room.left(), std::max(room.left(), room.right())),
            std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom()))};
}

} // namespace

PointsLayout::PointsLayout(const LineFit& fit, const PlotAxes& axes)
    : m_fit(fit)
    , m_axes(axes) {}

double PointsLayout::pivot() const {
    const PlotRange& range = m_axes.range();
    const bool inside = range.left + 0.15 * range.width() <= 0 && range.right - 0.3 * range.width() >= 0;
    return inside ? 0 : range.centre().x();
}

QPointF PointsLayout::point(std::size_t index) const {
    const FitPoint& point = m_fit.points().at(index);
    return m_axes.place({point.x, point.y});
}

QRectF PointsLayout::square(std::size_t index) const {
    const QPointF at = point(index);
    const double error = m_fit.error(index) * m_axes.yUnit();
    const double side = std::abs(error);
    // Away from a rising line: to the left of points above it, to the right of points below.
    return {error < 0 ? at.x() - side : at.x(), std::min(at.y(), at.y() - error), side, side};
}

std::optional<QLineF> PointsLayout::line() const {
    const LineWeights weights = m_fit.weights();
    const PlotRange& range = m_axes.range();
    if (!weights.isFinite())
        return std::nullopt;
    double left = range.left;
    double right = range.right;
    if (weights.m != 0) {
        const double atLow = (range.low - weights.b) / weights.m;
        const double atHigh = (range.high - weights.b) / weights.m;
        left = std::max(left, std::min(atLow, atHigh));
        right = std::min(right, std::max(atLow, atHigh));
    } else if (weights.b < range.low || weights.b > range.high) {
        return std::nullopt;
    }
    if (!(left <= right))
        return std::nullopt;
    return QLineF(m_axes.place({left, weights.at(left)}), m_axes.place({right, weights.at(right)}));
}

QPointF PointsLayout::middle() const {
    const double x = pivot();
    const double y = m_fit.weights().at(x);
    return cutInto(m_axes.area(), m_axes.place({x, std::isfinite(y) ? std::clamp(y, -1e9, 1e9)
                                                                    : m_axes.range().centre().y()}));
}

QPointF PointsLayout::end() const {
    const QPointF from = middle();
    const std::optional<QLineF> seen = line();
    if (seen && seen->p2().x() > from.x() &&
        m_axes.area().contains(m_axes.place({pivot(), m_fit.weights().at(pivot())})))
        return cutInto(m_axes.area(), from + kEndShare * (seen->p2() - from));
    const double x = m_axes.range().left + 0.9 * m_axes.range().width();
    const double y = m_fit.weights().at(x);
    return cutInto(m_axes.area(), m_axes.place({x, std::isfinite(y) ? std::clamp(y, -1e9, 1e9)
                                                                    : m_axes.range().centre().y()}));
}

PointsTarget PointsLayout::hit(QPointF place, double reach, bool handles) const {
    if (handles) {
        const double toEnd = QLineF(place, end()).length();
        const double toMiddle = QLineF(place, middle()).length();
        if (std::min(toEnd, toMiddle) <= reach)
            return {toEnd < toMiddle ? PointsPart::End : PointsPart::Middle};
    }
    PointsTarget nearest;
    double best = reach;
    for (std::size_t index = 0; index < m_fit.points().size(); ++index)
        if (const double away = QLineF(place, point(index)).length(); away <= best) {
            best = away;
            nearest = {PointsPart::Point, index};
        }
    if (nearest.part == PointsPart::Nothing && handles)
        if (const std::optional<QLineF> seen = line(); seen && seen->length() > 0) {
            const QPointF along = (seen->p2() - seen->p1()) / seen->length();
            const QPointF to = place - seen->p1();
            const double across = std::abs(along.x() * to.y() - along.y() * to.x());
            if (across <= reach * 0.6 && m_axes.area().contains(place))
                return {PointsPart::Line};
        }
    return nearest;
}

LineWeights PointsLayout::movedTo(QPointF place) const {
    const LineWeights weights = m_fit.weights();
    const double m = std::isfinite(weights.m) ? weights.m : 0;
    const double b = m_axes.range().cut(m_axes.value(place)).y() - m * pivot();
    return {m, roundedToSight(b, m_axes.yUnit())};
}

LineWeights PointsLayout::turnedTo(QPointF place) const {
    const double x = pivot();
    const double y = m_fit.weights().isFinite() ? m_fit.weights().at(x) : m_axes.range().centre().y();
    const QPointF to = m_axes.value(place);
    const double arm = std::max(kSmallestArm * m_axes.range().width(), to.x() - x);
    const double m = roundedToSight((to.y() - y) / arm, m_axes.yUnit() / m_axes.xUnit() *
                                                            std::min(kArmPixels, m_axes.area().width()));
    return {m, x == 0 ? y : y - m * x};
}

double roundedToSight(double value, double unitPixels) {
    // Thousandths for the usual pictures, where a unit has 50 to 500 pixels. By division: 1 / 1000 is no
    // binary number.
    const double perUnit = std::pow(10.0, std::clamp(std::floor(std::log10(20 * unitPixels)), -9.0, 9.0));
    return std::round(value * perUnit) / perUnit;
}

} // namespace protomind
