// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/reference/plain_ops.h"

namespace protomind {

/// Pooling and its gradients.
[[nodiscard]] Doubles computeWindowPlainly(WindowOp op, Node node, std::span<const Doubles* const> inputs);
/// Convolution and its two gradients; no other contraction.
[[nodiscard]] Doubles computeConvolutionPlainly(ContractionOp op, Node node,
                                                std::span<const Doubles* const> inputs);

} // namespace protomind
