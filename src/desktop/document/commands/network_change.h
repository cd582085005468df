// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <vector>

namespace protomind {

/// What turns one network into another: a plain value that can be turned round.
struct NetworkChange {
    struct Edit {
        Layer before;
        Layer after;
        bool operator==(const Edit&) const = default;
    };

    std::vector<Wire> removedWires;
    std::vector<Layer> removedLayers;
    std::vector<Edit> editedLayers; ///< same id and type
    std::vector<Layer> addedLayers;
    std::vector<Wire> addedWires;
    nlohmann::json unknownBefore; ///< Network::unknown
    nlohmann::json unknownAfter;

    [[nodiscard]] static NetworkChange between(const Network& before, const Network& after);
    [[nodiscard]] NetworkChange reversed() const;
    [[nodiscard]] bool empty() const;
    bool operator==(const NetworkChange&) const = default;
};

} // namespace protomind
