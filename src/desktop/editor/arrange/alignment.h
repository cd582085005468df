// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <QRectF>

#include <map>

namespace protomind {

/// How several cards are lined up with each other.
enum class Alignment { Left, Centre, Right, Top, Middle, Bottom, SpreadAcross, SpreadDown };

/// How many cards it takes for an alignment to do anything.
[[nodiscard]] std::size_t cardsNeeded(Alignment alignment);

/// Where the cards go. Edges are lined up with the outermost card's; spreading leaves the outermost where
/// they are and makes the gaps between the others even.
[[nodiscard]] std::map<LayerId, Position> aligned(const std::map<LayerId, QRectF>& cards,
                                                  Alignment alignment);

} // namespace protomind
