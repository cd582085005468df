// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <span>

/// A square that is stuck over a part of a picture [height, width, channels].
namespace protomind {

/// Where it lies on a picture, and how it is turned.
struct PatchPlace {
    std::int64_t top = 0; ///< the pixel of its upper left corner
    std::int64_t left = 0;
    int turns = 0; ///< quarter turns against the clock, 0 to 3
    bool operator==(const PatchPlace&) const = default;
};

/// The pixels along its side, from its share of the picture's shorter side: at least one.
[[nodiscard]] std::int64_t patchSide(const Shape& picture, double share);

/// As near as it can to where its centre is to be, x and y from 0 (left, top) to 1, and yet all of it on the
/// picture.
[[nodiscard]] PatchPlace patchPlace(const Shape& picture, std::int64_t side, double x, double y, int turns);
/// Anywhere on the picture, upright or turned anyhow.
[[nodiscard]] PatchPlace drawnPlace(const Shape& picture, std::int64_t side, bool turned,
                                    RandomStream& random);

/// Lays patch [side, side, channels] over a picture; what was there is gone.
void layPatch(const HostArray& patch, const PatchPlace& place, const Shape& picture, std::span<float> pixels);
/// The transpose of that: adds the numbers of the pixels under it, weighed, to those of the patch. So a
/// gradient at pictures becomes one at the patch.
void gatherPatch(std::span<const float> pixels, const PatchPlace& place, const Shape& picture, float weight,
                 HostArray& patch);

} // namespace protomind
