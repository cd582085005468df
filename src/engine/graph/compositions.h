// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

/// What layers, losses and metrics all need and can be said in ops: no device and no gradient knows of it.
namespace protomind {

/// Over the last axis, shifted by its maximum so that it can't overflow.
Node softmax(Node logits);
Node logSoftmax(Node logits);
/// log(1 + exp(x)) without overflow. At exactly 0 the gradient of its gradient is 0, not 1/4.
Node softplus(Node x);
/// x where it lies between low and high, else the nearer of the two. No gradient passes outside.
Node clip(Node x, float low, float high);
/// Whole-number labels [N] (or [N, 1]) to rows [N, classes] with a single 1.
Node oneHot(Node labels, std::int64_t classes);

/// The largest numbers along the last axis, largest first, and where they are: both [..., count].
struct TopK {
    Node values;
    Node indices; ///< whole floats; of equal numbers the first comes first
};
/// Throws std::logic_error where the axis has fewer than count numbers.
TopK topK(Node x, std::int64_t count);

/// y_i = x_0 + ... + x_i along an axis, in as many additions as the size has binary digits (Hillis and
/// Steele, "Data parallel algorithms", 1986).
Node cumulativeSum(Node x, int axis);

/// (x - mean) / sqrt(variance + epsilon), with mean and variance over the axes.
Node standardise(Node x, const std::vector<int>& axes, float epsilon);

} // namespace protomind
