// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>

#include <span>
#include <vector>

namespace protomind {

/// Where a card that is being moved comes to lie, and the lines that show why.
struct Snap {
    QPointF topLeft;
    std::vector<QLineF> guides; ///< through edges and middles that are level with another card's
};

/// Level with other cards where that is within reach, else on the grid; each direction for itself.
[[nodiscard]] Snap snapped(const QRectF& card, std::span<const QRectF> others, double grid, double reach);

} // namespace protomind
