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

/// Every x moved by threshold towards zero, and to exactly zero where it is nearer: the proximal operator of
/// threshold * |x|. Parikh and Boyd, "Proximal algorithms" (2014), section 6.5.2. A threshold is not
/// negative.
[[nodiscard]] Node softThreshold(Node x, Node threshold);

} // namespace protomind
