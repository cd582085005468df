// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/svg_drawing.h"
#include "studio/network/network.h"

#include <map>
#include <vector>

namespace protomind {

struct FoldedCard {
    int row = 0;    ///< of the fold, counted from 0
    int column = 0; ///< counted through all rows
    Spot corner;
    double width = 0;
    double height = 0;
    [[nodiscard]] double right() const { return corner.x + width; }
    [[nodiscard]] double bottom() const { return corner.y + height; }
    [[nodiscard]] double middle() const { return corner.y + height / 2; }
};

/// Where the cards of a drawing go on a page.
struct FoldedLayout {
    double width = 0;
    double height = 0;
    double left = 0;  ///< of the first column; wires from the row above come in on its left
    double right = 0; ///< of the last column; wires to the row below leave on its right
    std::map<LayerId, FoldedCard> cards;
    std::vector<double> rowTops; ///< of each row; above it wires cross to its left side
};

/// Cards of kCardWidth, with the heights given, where a person put them: columns keep their order, and cards
/// their places in them.
[[nodiscard]] FoldedLayout foldedLayout(const Network& network, const std::map<LayerId, double>& heights);

} // namespace protomind
