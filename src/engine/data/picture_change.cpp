// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/picture_change.h"

#include "engine/base/problem.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace protomind {

namespace {

constexpr float kRadiansPerDegree = std::numbers::pi_v<float> / 180;

/// Where a pixel of the changed picture comes from: x and y as affine functions of its column and row.
struct Origin {
    float byColumn = 0;
    float byRow = 0;
    float constant = 0;
};

/// A place between two neighbours, within 0..last; beyond it is the last one.
struct Between {
    std::int64_t first = 0;
    std::int64_t second = 0;
    float share = 0; ///< of the second

    Between(float place, std::int64_t last) {
        const float inside = std::clamp(place, 0.0f, static_cast<float>(last));
        first = static_cast<std::int64_t>(inside);
        second = std::min(first + 1, last);
        share = inside - static_cast<float>(first);
    }
};

void warpPicture(const PictureChange& change, const Shape& shape, std::span<float> picture) {
    static thread_local std::vector<float> t_source; // kept, so that nothing is allocated for each picture
    t_source.assign(picture.begin(), picture.end());
    const std::int64_t height = shape[0];
    const std::int64_t width = shape[1];
    const std::int64_t channels = shape[2];
    const float middleX = static_cast<float>(width - 1) / 2;
    const float middleY = static_cast<float>(height - 1) / 2;
    // The way back: from the changed picture to the original.
    const float cosine = std::cos(change.turn * kRadiansPerDegree) / change.scale;
    const float sine = std::sin(change.turn * kRadiansPerDegree) / change.scale;
    Origin x{cosine, sine, middleX};
    if (change.flip)
        x = {-cosine, -sine, middleX};
    const Origin y{-sine, cosine, middleY};
    float* out = picture.data();
    for (std::int64_t row = 0; row < height; ++row) {
        const float fromMiddleY = static_cast<float>(row) - middleY - change.down;
        for (std::int64_t column = 0; column < width; ++column) {
            const float fromMiddleX = static_cast<float>(column) - middleX - change.right;
            const Between across(x.byColumn * fromMiddleX + x.byRow * fromMiddleY + x.constant, width - 1);
            const Between along(y.byColumn * fromMiddleX + y.byRow * fromMiddleY + y.constant, height - 1);
            const float* upper = t_source.data() + along.first * width * channels;
            const float* lower = t_source.data() + along.second * width * channels;
            for (std::int64_t channel = 0; channel < channels; ++channel) {
                const std::int64_t left = across.first * channels + channel;
                const std::int64_t right = across.second * channels + channel;
                const float above = upper[left] + across.share * (upper[right] - upper[left]);
                const float below = lower[left] + across.share * (lower[right] - lower[left]);
                *out++ = above + along.share * (below - above);
            }
        }
    }
}

} // namespace

PictureChange drawChange(const Augmentation& limits, const Shape& shape, RandomStream& random) {
    const auto within = [&random](double limit) { return random.uniform(-1, 1) * static_cast<float>(limit); };
    PictureChange change;
    change.right = within(limits.shift * static_cast<double>(shape[1]));
    change.down = within(limits.shift * static_cast<double>(shape[0]));
    change.turn = within(limits.turn);
    change.scale = 1 + within(limits.scale);
    change.flip = (random.bits() >> 31) != 0 && limits.flip;
    change.noise = static_cast<float>(limits.noise);
    return change;
}

void changePicture(const PictureChange& change, const Shape& shape, std::span<float> picture,
                   RandomStream& random) {
    require(canBeAugmented(shape) && std::ssize(picture) == shape.elementCount(),
            "changePicture: these are no pictures");
    PictureChange moved = change;
    moved.noise = 0;
    if (moved != PictureChange())
        warpPicture(change, shape, picture);
    if (change.noise > 0) {
        for (float& value : picture)
            value = std::clamp(value + change.noise * random.normal(), 0.0f, 1.0f);
    }
}

} // namespace protomind
