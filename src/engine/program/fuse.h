// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/computation.h"

#include <vector>

namespace protomind {

/// Which nodes are computed together in one pass over memory. A region has one space; its members are
/// elementwise nodes of that shape and reductions of it (all over the same axes).
struct Region {
    Shape space;
    std::vector<int> reducedAxes; ///< empty without reductions
    std::vector<int> nodes;       ///< ascending
};

struct Fusion {
    std::vector<Region> regions;
    std::vector<int> regionOf; ///< by node; -1 for nodes that are in none (leaves, views, kernels)
};

/// Puts every elementwise node, random leaf and reduction into a region. A node joins the region of a
/// consumer that reads it in place, unless a path would lead out of the region and back into it.
[[nodiscard]] Fusion fuse(const Computation& computation, bool join = true);

} // namespace protomind
