// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <array>
#include <cstdint>

namespace protomind {

/// Which of a convolution's three tensors is computed from the other two.
enum class ConvolutionKind { Forward, InputGradient, KernelGradient };

/// The shapes of a convolution, whichever of its tensors is computed.
struct ConvolutionShapes {
    ConvolutionKind kind = ConvolutionKind::Forward;
    Shape image;                              ///< [N, H, W, C]
    Shape kernel;                             ///< [KH, KW, C / groups, O]
    Shape output;                             ///< [N, OH, OW, O]
    std::array<std::int64_t, 2> before{0, 0}; ///< padding above and on the left
};

/// node: Convolution or one of its gradients.
[[nodiscard]] ConvolutionShapes convolutionShapes(Node node);

} // namespace protomind
