// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/wire_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

constexpr double kLead = 24; ///< straight out of a port before a way round turns
constexpr double kBend = 12;
constexpr double kBelow = 40;
constexpr double kPast = 18; ///< between a card and a wire that goes past it
constexpr double kLabelLift = 11;
constexpr double kFreely = 2000;

/// A way of straight lines with rounded corners.
QPainterPath rounded(const std::array<QPointF, 6>& points) {
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]);
        const QLineF out(points[i], points[i + 1]);
        const double radius = std::min({kBend, in.length() / 2, out.length() / 2});
        if (radius < 0.5) {
            path.lineTo(points[i]);
            continue;
        }
        path.lineTo(in.pointAt(radius / in.length()));
        path.quadTo(points[i], out.pointAt(radius / out.length()));
    }
    path.lineTo(points.back());
    return path;
}

/// The height of the way back: between the cards where one lies above the other, else below both.
double wayBack(const QRectF& from, const QRectF& to) {
    // Close to the lower card: others in the upper one's row may be taller than it is.
    if (from.bottom() + 8 < to.top())
        return std::max((from.bottom() + to.top()) / 2, to.top() - kBelow);
    if (to.bottom() + 8 < from.top())
        return std::max((to.bottom() + from.top()) / 2, from.top() - kBelow);
    return std::max(from.bottom(), to.bottom()) + kBelow;
}

/// The height of a way past the cards that a straight wire would run behind; none where nothing is in the
/// way.
std::optional<double> wayPast(const QPointF& from, const QPointF& to, const QPainterPath& straight,
                              std::span<const QRectF> others) {
    double above = std::min(from.y(), to.y());
    double below = std::max(from.y(), to.y());
    bool blocked = false;
    // A bare path would be taken for the area between its ends.
    QPainterPathStroker stroker;
    stroker.setWidth(2);
    const QPainterPath line = stroker.createStroke(straight);
    for (const QRectF& card : others) {
        if (!line.intersects(card.adjusted(4, 4, -4, -4)))
            continue;
        blocked = true;
        above = std::min(above, card.top());
        below = std::max(below, card.bottom());
    }
    if (!blocked)
        return std::nullopt;
    const auto isFree = [&](double y) {
        const QRectF way(QPointF(from.x() + kLead, y - 6), QPointF(to.x() - kLead, y + 6));
        return std::ranges::none_of(others, [&](const QRectF& card) { return card.intersects(way); });
    };
    for (const double y : {above - kPast, below + kPast}) {
        if (isFree(y))
            return y;
    }
    return std::nullopt;
}

QPainterPath wayRound(const QPointF& from, const QPointF& to, double y) {
    const double right = from.x() + kLead;
    const double left = to.x() - kLead;
    return rounded(
        {from, QPointF(right, from.y()), QPointF(right, y), QPointF(left, y), QPointF(left, to.y()), to});
}

} // namespace

WireGeometry WireGeometry::between(const QPointF& from, const QPointF& to, const QRectF& fromCard,
                                   const QRectF& toCard, std::span<const QRectF> others) {
    WireGeometry geometry;
    const bool forward = to.x() >= from.x() + kLead;
    std::optional<double> y;
    if (forward) {
        geometry.path = loose(from, to);
        y = wayPast(from, to, geometry.path, others);
    } else {
        y = wayBack(fromCard, toCard);
    }
    if (y) {
        geometry.path = wayRound(from, to, *y);
        geometry.labelAt = {(from.x() + to.x()) / 2, *y};
        geometry.labelRoom = kFreely;
        return geometry;
    }
    const double lift = std::abs(to.y() - from.y()) < 24 ? kLabelLift : 0;
    geometry.labelAt = (from + to) / 2 - QPointF(0, lift);
    geometry.labelRoom = to.x() - from.x() - 4;
    return geometry;
}

QPainterPath WireGeometry::loose(const QPointF& from, const QPointF& to) {
    const double reach = std::max(24.0, std::abs(to.x() - from.x()) / 2);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
    return path;
}

} // namespace protomind
