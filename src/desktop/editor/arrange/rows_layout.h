// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <QSizeF>

#include <map>

namespace protomind {

/// Places for all cards in the direction of the wires, as lines of text are set: from left to right, and on
/// in the next row where the width is used up. So that a long network is read at full size.
[[nodiscard]] std::map<LayerId, Position> rowsLayout(const Network& network,
                                                     const std::map<LayerId, double>& heights, double width);

/// The width of rows in which the network is seen largest when all of it is to be seen in this room at once.
[[nodiscard]] double widthOfRows(const Network& network, const std::map<LayerId, double>& heights,
                                 const QSizeF& room);

/// Heights of the cards as they will be drawn with the application's family of type.
[[nodiscard]] std::map<LayerId, double> cardHeights(const Network& network);

} // namespace protomind
