// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/analysis.h"

#include <vector>

namespace protomind {

/// The layers whose activation still tells in what a layer gets: between the two lie only layers that pass
/// numbers on (LayerType::passesOn). Linear ones are not among them.
[[nodiscard]] std::vector<LayerId> activationsBefore(const Network& network, const Analysis& analysis,
                                                     LayerId layer);

/// The same for what the network gives. A last layer with an activation of its own is the only one.
[[nodiscard]] std::vector<LayerId> lastActivations(const Network& network, const Analysis& analysis);

} // namespace protomind
