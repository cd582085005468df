// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <span>

namespace protomind {

/// The way of a wire from an output to an input: a smooth curve where the input lies to the right, and a
/// rounded way round between the cards where it does not.
struct WireGeometry {
    QPainterPath path;
    QPointF labelAt;      ///< the middle of the label
    double labelRoom = 0; ///< how wide it may be

    /// The rectangles are those of the cards at both ends, and of all others: a wire does not run behind a
    /// card where there is room above or below.
    [[nodiscard]] static WireGeometry between(const QPointF& from, const QPointF& to, const QRectF& fromCard,
                                              const QRectF& toCard, std::span<const QRectF> others = {});
    /// While the other end still hangs on the pointer.
    [[nodiscard]] static QPainterPath loose(const QPointF& from, const QPointF& to);
};

} // namespace protomind
