// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace protomind {

/// A picture as it stands upright. Rows from the top, channels (1: grey, or 3: red, green, blue) innermost.
struct Image {
    std::int64_t width = 0;
    std::int64_t height = 0;
    int channels = 1;
    std::vector<std::uint8_t> pixels; ///< [height, width, channels] of 0..255
    std::vector<std::uint16_t> deep;  ///< the same of 0..65535, in place of pixels, where that was wished for
    bool laidOnWhite = false;         ///< something in it was transparent
    std::int64_t fileWidth = 0; ///< of the whole picture, upright: more than width where less was enough
    std::int64_t fileHeight = 0;
};

} // namespace protomind
