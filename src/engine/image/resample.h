// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace protomind {

/// A rectangle of a picture, in pixels.
struct ImageRegion {
    std::int64_t left = 0;
    std::int64_t top = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// A region brought to another size: [height, width, channels], on the scale of the pixels given. Along each
/// side by itself, the area under a pixel is averaged where it covers several; between neighbours it is
/// interpolated. pixels is [rows, rowWidth, channels]; the region lies within it.
template<class Number>
[[nodiscard]] std::vector<float> resampled(std::span<const Number> pixels, std::int64_t rowWidth,
                                           int channels, const ImageRegion& region, std::int64_t width,
                                           std::int64_t height);

} // namespace protomind
