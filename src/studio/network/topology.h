// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <unordered_map>
#include <vector>

namespace protomind {

/// How many circles are told layer by layer: in a hostile file there may be thousands, each thousands long.
inline constexpr std::size_t kMostCirclesTold = 16;

/// The wires of a drawing as a graph, for broken drawings too: layers by their place in layers(), wires
/// likewise.
struct Topology {
    explicit Topology(const Network& network);

    [[nodiscard]] std::size_t indexOf(LayerId id) const { return index.at(id); }

    std::unordered_map<LayerId, std::size_t> index;
    std::vector<std::vector<std::size_t>> wiresInto; ///< by layer; in order of port, then id
    std::vector<std::vector<std::size_t>> wiresFrom; ///< by layer; in order of id
    std::vector<bool> closesCircle;                  ///< by wire: without these there are no circles
    struct Circle {
        std::size_t wire;                ///< that closes it
        std::vector<std::size_t> layers; ///< in the direction of the wires
    };
    std::vector<Circle> circles;    ///< the first kMostCirclesTold
    std::vector<std::size_t> order; ///< all layers: each after those that feed it, else by id
};

} // namespace protomind
