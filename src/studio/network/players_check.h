// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/analysis.h"

namespace protomind {

/// Adds what two players need besides their wires: that the generator's samples have the Input's shape, and
/// that the discriminator gives one plain score. An Input that is offered behind a generator gets the shape
/// of what that makes. Does nothing where there is no generator. The analysis has its shapes.
void checkPlayers(const Network& network, Analysis& analysis);

} // namespace protomind
