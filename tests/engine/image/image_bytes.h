// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/image.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace protomind {

using ImageBytes = std::vector<std::uint8_t>;

[[nodiscard]] ImageBytes bytesOf(std::string_view text);

/// A picture whose pixel at (x, y) has what colour gives: channels numbers.
using ColourAt = std::function<std::vector<std::uint8_t>(std::int64_t x, std::int64_t y)>;
[[nodiscard]] Image paintedImage(std::int64_t width, std::int64_t height, int channels,
                                 const ColourAt& colour);
/// All of one colour; grey where it is one number.
[[nodiscard]] Image plainImage(std::int64_t width, std::int64_t height, std::vector<std::uint8_t> colour);

// Files of such pictures; channels may be 2 or 4 as well, the last being opacity, where the kind has that.
[[nodiscard]] ImageBytes pngFile(const Image& image);
/// With an EXIF orientation, where it is not 0. channels of 4 are written as inks (CMYK), as programs of
/// Adobe do.
[[nodiscard]] ImageBytes jpegFile(const Image& image, int orientation = 0, bool progressive = false);
[[nodiscard]] ImageBytes webpFile(const Image& image);
/// Of 24 or 32 bits.
[[nodiscard]] ImageBytes bmpFile(const Image& image, int bits = 24);
/// A BMP file of 1, 4 or 8 bits, the picture's numbers being places in the palette (red, green, blue).
[[nodiscard]] ImageBytes paletteBmpFile(const Image& places, int bits,
                                        const std::vector<std::uint8_t>& palette);
/// What a file keeps an orientation in, behind "Exif\0\0".
[[nodiscard]] ImageBytes exifBytes(int orientation, bool littleEndian = true);

} // namespace protomind
