// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "studio/network/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Where a layer's inputs come from, by port; those of a merging layer in the order in which it reads them.
[[nodiscard]] std::vector<LayerId> inputsOf(const Network& network, LayerId layer);

/// The network with other inputs of a layer, or why that can't be. Wires that stay keep their ids where the
/// order allows it.
[[nodiscard]] Result<Network> withInputs(Network network, LayerId layer, const std::vector<LayerId>& sources);

/// "Input, Dense 2": names parted by commas.
[[nodiscard]] std::string inputsText(const Network& network, LayerId layer);
/// The layers of such a text; capitals do not matter where no two names differ in them alone.
[[nodiscard]] Result<std::vector<LayerId>> inputsFromText(const Network& network, std::string_view text);

} // namespace protomind
