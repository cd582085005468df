// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <map>

namespace protomind {

/// Places for the cards that nobody put where they are by hand: as in rowsLayout(), shifted so that they keep
/// company with the nearest card that stays, and clear of all that stay. Cards placed by hand are not in it.
[[nodiscard]] std::map<LayerId, Position>
layoutAround(const Network& network, const std::map<LayerId, double>& heights, double width);

} // namespace protomind
