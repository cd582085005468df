// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/wire_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

constexpr double kLead = 24; ///< straight out of a port before a way round turns
constexpr double kCorner = 12;
constexpr double kBelow = 28;
constexpr double kLabelLift = 11;
constexpr double kFreely = 2000;

/// A way of straight lines with rounded corners.
QPainterPath rounded(const std::array<QPointF, 6>& points) {
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]);
        const QLineF out(points[i], points[i + 1]);
        const double radius = std::min({kCorner, in.length() / 2, out.length() / 2});
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

} // namespace

WireGeometry WireGeometry::between(const QPointF& from, const QPointF& to, const QRectF& fromCard,
                                   const QRectF& toCard) {
    WireGeometry geometry;
    if (to.x() >= from.x() + kLead) {
        geometry.path = loose(from, to);
        const double lift = std::abs(to.y() - from.y()) < 24 ? kLabelLift : 0;
        geometry.labelAt = (from + to) / 2 - QPointF(0, lift);
        geometry.labelRoom = to.x() - from.x() - 4;
        return geometry;
    }
    const double y = wayBack(fromCard, toCard);
    const double right = from.x() + kLead;
    const double left = to.x() - kLead;
    geometry.path = rounded(
        {from, QPointF(right, from.y()), QPointF(right, y), QPointF(left, y), QPointF(left, to.y()), to});
    geometry.labelAt = {(left + right) / 2, y};
    geometry.labelRoom = kFreely;
    return geometry;
}

QPainterPath WireGeometry::loose(const QPointF& from, const QPointF& to) {
    const double reach = std::max(24.0, std::abs(to.x() - from.x()) / 2);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
    return path;
}

} // namespace protomind
