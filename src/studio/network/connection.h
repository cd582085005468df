// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <vector>

namespace protomind {

/// Whether a wire from one layer into a port of another may be drawn; if not, the sentence says why (a layer
/// can't feed itself, an Input takes none but that of a generator's last layer, a Latent takes none, this
/// would be a circle, the port is taken, already wired).
[[nodiscard]] Result<void> checkConnection(const Network& network, LayerId from, LayerId to, int port);

/// The network with each of the layers wired to the next; pairs that are wired already stay as they are. If a
/// wire may not be drawn, the sentence says why.
[[nodiscard]] Result<Network> withChain(Network network, const std::vector<LayerId>& layers);

} // namespace protomind
