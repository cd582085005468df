// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <vector>

namespace protomind {

/// The gradient of a node of a shape: the sum of what its users say, each summed over the axes that the node
/// was stretched along. What many steps of a sequence say is brought together first: parts of an array are
/// joined instead of added as padded wholes, and the products of all steps become one product of the joined
/// factors. parts is not empty.
[[nodiscard]] Node accumulate(std::vector<Node> parts, const Shape& shape);

} // namespace protomind
