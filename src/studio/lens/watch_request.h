// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"

#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

/// Asks to see what the layers give, at once and from then on: stays in force for every run that follows,
/// until another one replaces it. Answered by Done; a Watched comes of it whenever there is something new to
/// see.
struct WatchRequest {
    double picturesPerSecond = 60; ///< at most; 0: none at all
    double share = 0.03;        ///< of the time, at most: what is costly to look at is looked at less often
    std::int64_t channels = 12; ///< neurons or maps shown of each layer
    std::int64_t side = 28;     ///< cells along the side of a plane
    std::string focus;          ///< a layer to be seen more closely: with more channels, the planes finer
    /// Variables that are read besides, whatever their shape: "conv1/kernel". Without pictures (0 a second)
    /// they are read only where the run stands still.
    std::vector<std::string> variables;
    HostArray sample; ///< the sample that is looked at; where it does not fit, the first one kept aside
    bool operator==(const WatchRequest&) const = default;
};

} // namespace protomind
