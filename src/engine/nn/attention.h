// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

namespace protomind {

/// softmax(Q Kᵀ / sqrt(d)) V for matrices [..., T, d] (Vaswani et al., "Attention is all you need", 2017, eq.
/// 1). causal: a step sees itself and earlier ones only; what it may not see has the weight 0.
Node scaledDotProductAttention(Node queries, Node keys, Node values, bool causal);

/// [steps, features]: sines and cosines of wavelengths from 2 pi to 10000 times that (the same, section 3.5);
/// even features are sines, odd ones cosines.
Node sinusoidalPositions(Graph& graph, std::int64_t steps, std::int64_t features);
/// One number of those.
[[nodiscard]] float sinusoidalPosition(std::int64_t step, std::int64_t feature, std::int64_t features);

} // namespace protomind
