// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_builder.h"

#include <span>

namespace protomind {

/// The price of large weights, to be added to the loss: l1 times the sum of |w| plus l2 times the sum of w²
/// over the decayed variables (kernels, not biases). Null where there is nothing to add.
[[nodiscard]] Node weightPenalty(Graph& graph, std::span<const NetworkVariable> variables, double l1,
                                 double l2);

} // namespace protomind
