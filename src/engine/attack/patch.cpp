// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/patch.h"

#include "engine/base/problem.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

std::int64_t cornerFor(std::int64_t length, std::int64_t side, double centre) {
    const double corner = centre * static_cast<double>(length) - static_cast<double>(side) / 2;
    return std::clamp<std::int64_t>(std::llround(corner), 0, length - side);
}

/// Calls at(number of the patch, number of the picture) for each number of the patch.
template<class At>
void eachUnder(std::int64_t side, const PatchPlace& place, const Shape& picture, const At& at) {
    const std::int64_t channels = picture[2];
    for (std::int64_t row = 0; row < side; ++row) {
        for (std::int64_t column = 0; column < side; ++column) {
            std::int64_t down = row; // where the pixel comes to lie
            std::int64_t right = column;
            for (int turn = 0; turn < place.turns; ++turn) {
                const std::int64_t before = down;
                down = side - 1 - right;
                right = before;
            }
            const std::int64_t pixel = (place.top + down) * picture[1] + place.left + right;
            for (std::int64_t channel = 0; channel < channels; ++channel)
                at(static_cast<std::size_t>((row * side + column) * channels + channel),
                   static_cast<std::size_t>(pixel * channels + channel));
        }
    }
}

void requireFits(const HostArray& patch, const PatchPlace& place, const Shape& picture) {
    const std::int64_t side = patch.shape[0];
    require(picture.rank() == 3 && patch.shape == Shape({side, side, picture[2]}) && place.top >= 0 &&
                place.left >= 0 && place.top + side <= picture[0] && place.left + side <= picture[1],
            "patch: lies on the picture");
}

} // namespace

std::int64_t patchSide(const Shape& picture, double share) {
    const std::int64_t shorter = std::min(picture[0], picture[1]);
    return std::clamp<std::int64_t>(std::llround(share * static_cast<double>(shorter)), 1, shorter);
}

PatchPlace patchPlace(const Shape& picture, std::int64_t side, double x, double y, int turns) {
    return {.top = cornerFor(picture[0], side, y), .left = cornerFor(picture[1], side, x), .turns = turns};
}

PatchPlace drawnPlace(const Shape& picture, std::int64_t side, bool turned, RandomStream& random) {
    const auto below = [&random](std::int64_t count) {
        return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(count)));
    };
    PatchPlace place;
    place.top = below(picture[0] - side + 1);
    place.left = below(picture[1] - side + 1);
    place.turns = turned ? static_cast<int>(below(4)) : 0;
    return place;
}

void layPatch(const HostArray& patch, const PatchPlace& place, const Shape& picture,
              std::span<float> pixels) {
    requireFits(patch, place, picture);
    eachUnder(patch.shape[0], place, picture,
              [&](std::size_t of, std::size_t under) { pixels[under] = patch.values[of]; });
}

void gatherPatch(std::span<const float> pixels, const PatchPlace& place, const Shape& picture, float weight,
                 HostArray& patch) {
    requireFits(patch, place, picture);
    eachUnder(patch.shape[0], place, picture,
              [&](std::size_t of, std::size_t under) { patch.values[of] += weight * pixels[under]; });
}

} // namespace protomind
