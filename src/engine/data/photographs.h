// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// In pixels, of both sides.
inline constexpr std::int64_t kPhotographSide = 160;

/// A photograph that comes with the program: public domain, small, the same everywhere.
struct Photograph {
    std::string name;   ///< "cat"
    std::string title;  ///< "Cat"
    std::string origin; ///< who made it, and on what terms
    std::int64_t width = kPhotographSide;
    std::int64_t height = kPhotographSide;
    std::vector<std::uint8_t> pixels; ///< RGB, [height, width, 3]
};

/// All of them, unpacked at the first call.
[[nodiscard]] std::span<const Photograph> photographs();

/// How bright its pixels look, 0..1, [height, width]: Y' of ITU-R BT.601.
[[nodiscard]] std::vector<float> brightnessOf(const Photograph& photograph);

} // namespace protomind
