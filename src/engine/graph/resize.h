// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

namespace protomind {

/// Images [N, H, W, C] made higher and wider (or smaller). A new pixel takes the old one it lies in.
Node resizeNearest(Node image, std::int64_t height, std::int64_t width);

/// A new pixel is a mean of the four old ones around it, weighed by nearness; centres of pixels lie at halves
/// ("half pixel" in ONNX, align_corners=False in PyTorch), and the border is repeated outwards.
Node resizeBilinear(Node image, std::int64_t height, std::int64_t width);

} // namespace protomind
