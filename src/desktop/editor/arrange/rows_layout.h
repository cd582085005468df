// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <map>

namespace protomind {

/// Places for all cards in the direction of the wires, as lines of text are set: from left to right, and on
/// in the next row where the width is used up. So that a long network is read at full size.
[[nodiscard]] std::map<LayerId, Position> rowsLayout(const Network& network,
                                                     const std::map<LayerId, double>& heights, double width);

/// Heights of the cards as they will be drawn with the application's font.
[[nodiscard]] std::map<LayerId, double> cardHeights(const Network& network);

} // namespace protomind
