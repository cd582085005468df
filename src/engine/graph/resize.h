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

/// Which old place along an axis a new one takes.
[[nodiscard]] std::int64_t nearestPlace(std::int64_t place, std::int64_t oldSize, std::int64_t newSize);
/// Between which two old places along an axis a new one lies.
struct BlendedPlace {
    std::int64_t lower = 0;
    std::int64_t upper = 0;
    float nearness = 0; ///< to the upper one, less than 1

    [[nodiscard]] double weight(bool ofLower) const {
        return ofLower ? 1 - static_cast<double>(nearness) : static_cast<double>(nearness);
    }
};
[[nodiscard]] BlendedPlace blendedPlace(std::int64_t place, std::int64_t oldSize, std::int64_t newSize);

} // namespace protomind
