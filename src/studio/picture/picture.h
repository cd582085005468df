// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace protomind {

/// Pixels from 0 (black) to 1 (white), row by row, channels (1: grey, or 3: red, green, blue) innermost.
struct Picture {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t channels = 1;
    std::vector<float> pixels;
    bool laidOnWhite = false; ///< something in it was transparent
};

} // namespace protomind
