// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <map>

namespace protomind {

/// The size of a layer's card as the layout reckons with it, and the room kept between cards.
inline constexpr double kCardWidth = 190;
inline constexpr double kCardHeight = 120;
inline constexpr double kCardGap = 60;

/// Places for all layers, from left to right in the direction of the wires: a column for every depth, the
/// main line straight, crossings reduced. Layers without wires go in a row below. Broken drawings are laid
/// out as well.
[[nodiscard]] std::map<LayerId, Position> layeredLayout(const Network& network);

/// The place itself where a card has room there, else the next free one below.
[[nodiscard]] Position freePlace(const Network& network, Position wanted);

/// The same network with its cards in those places.
[[nodiscard]] Network arranged(Network network);

} // namespace protomind
