// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <span>
#include <vector>

namespace protomind {

/// Adds to y's graph the nodes that compute the gradient of y with respect to each of wrt, and returns them:
/// each has the shape of its target. seed is the gradient that reaches y (ones where null). A target that y
/// does not depend on gets zeros. The result is ordinary graph, so gradients of gradients are had by calling
/// again. Reverse accumulation: Griewank and Walther, "Evaluating Derivatives" (2008), section 3.2.
std::vector<Node> gradient(Node y, std::span<const Node> wrt, Node seed = {});

} // namespace protomind
