// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/data/augmentation.h"

namespace protomind {

/// What is done to a single picture.
struct PictureChange {
    float right = 0; ///< pixels
    float down = 0;  ///< pixels
    float turn = 0;  ///< degrees, clockwise
    float scale = 1; ///< times the size
    bool flip = false;
    float noise = 0; ///< standard deviation
    bool operator==(const PictureChange&) const = default;
};

/// Draws one, uniformly within the limits. Always takes as many numbers from the stream: what one kind of
/// change draws does not depend on whether another is on.
[[nodiscard]] PictureChange drawChange(const Augmentation& limits, const Shape& shape, RandomStream& random);

/// Changes a picture [height, width, channels]: mirrors it, turns and scales it about its centre, moves it,
/// and adds normal noise from the stream, clipped to 0..1. Between pixels it is bilinear; beyond the edges
/// the nearest pixel goes on: that is the ground of a drawing, whether it is black or white, and leaves no
/// frame around a photograph.
void changePicture(const PictureChange& change, const Shape& shape, std::span<float> picture,
                   RandomStream& random);

} // namespace protomind
