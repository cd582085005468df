// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_case.h"
#include "studio/exchange/format.h"

#include <cstdint>
#include <functional>

namespace protomind {

/// Whether a layer may stand in a network.
using AllowLayer = std::function<bool(const LayerView& layer)>;

/// A network of up to a dozen layers of any kind with random settings, shapes, names (some of them as nasty
/// as a person can type) and weights, sometimes with branches: a function of the seed alone. It has a few
/// random samples. allow: layers for which it says no are left out.
[[nodiscard]] TrainedNetwork randomNetwork(std::uint64_t seed, const AllowLayer& allow = {});

/// An Input and the one layer of a case behind it (as often as it has inputs), with random weights. The case
/// has inputs.
[[nodiscard]] TrainedNetwork networkOf(const LayerCase& which);

/// What the network makes of its samples, on the CPU device.
[[nodiscard]] HostArray answersOf(const TrainedNetwork& network);

} // namespace protomind
