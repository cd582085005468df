// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <vector>

namespace protomind {

/// One gradient for each input of y, null where there is none. Shapes may still be stretched by broadcasting:
/// the walker sums them back.
using GradientRule = std::vector<Node> (*)(Node y, Node gradient);

/// The rule of a differentiable op; throws std::logic_error for one that is not.
[[nodiscard]] GradientRule gradientRule(Op op);

} // namespace protomind
