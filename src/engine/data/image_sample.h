// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/image.h"

#include <cstdint>
#include <span>

namespace protomind {

/// What becomes of a picture that is not square.
enum class ImageFit {
    Crop,    ///< its largest middle square
    Pad,     ///< all of it, in the middle, with black around
    Stretch, ///< all of it, in other proportions
};

/// A picture as a sample: writes [size, size, channels], channels being 1 or 3. Areas are averaged where it
/// is made smaller, and interpolated where it is made larger. Grey is 0.299 red + 0.587 green + 0.114 blue
/// (ITU-R BT.601).
void writeImageSample(const Image& image, ImageFit fit, std::int64_t size, int channels,
                      std::span<std::uint8_t> sample);

/// Whether red, green and blue are the same everywhere.
[[nodiscard]] bool isGrey(std::span<const std::uint8_t> rgb);

} // namespace protomind
