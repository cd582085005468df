// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/arithmetic.h"

/// How attention works a number out: by way of queries, keys and values, of scores, and of the weights that a
/// softmax makes of them.
namespace protomind {

/// sequence: steps × features, of one sample.
[[nodiscard]] std::vector<InnerNumbers> innerOfAttention(std::int64_t heads, const Shape& sequence);
/// causal: the softmax leaves later steps out.
[[nodiscard]] Arithmetic workAttention(const ArithmeticSource& source, const NumberPlace& wanted,
                                       std::int64_t heads, bool causal);

} // namespace protomind
