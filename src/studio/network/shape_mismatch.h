// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "studio/network/analysis.h"

#include <span>

namespace protomind {

/// A layer that refused what comes in: a sentence with the layers' names and sizes, and those fixes of a list
/// that were tried on the spot and help. wires and shapes are the layer's inputs; reason is what the layer
/// type said.
[[nodiscard]] NetworkProblem shapeMismatch(const Network& network, const Layer& layer, const LayerType& type,
                                           std::span<const Wire* const> wires, std::span<const Shape> shapes,
                                           const Problem& reason);

} // namespace protomind
