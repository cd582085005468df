// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// Numbers by the names of inputs and variables, row-major.
using NamedValues = std::map<std::string, std::vector<double>>;

/// The plain reference: computes nodes in double, one after another, with simple loops and no fusion.
/// Everything else is judged by it. run is the number of the run, for random nodes. Throws std::logic_error
/// where a name is missing.
[[nodiscard]] std::vector<std::vector<double>> evaluate(std::span<const Node> wanted,
                                                        const NamedValues& named, std::uint64_t run = 0);

} // namespace protomind
