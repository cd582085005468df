// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace protomind {

using Doubles = std::vector<double>;

/// The value of one node from those of its inputs, by the plainest loops that are right. Leaves but for
/// RandomUniform and Constant are not computed here.
[[nodiscard]] Doubles computePlainly(Node node, std::span<const Doubles* const> inputs, std::uint64_t run);

} // namespace protomind
