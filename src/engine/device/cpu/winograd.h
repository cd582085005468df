// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

// Minimal filtering (A. Lavin, S. Gray: "Fast Algorithms for Convolutional Neural Networks", 2015): m results
// of a filter with r taps from m + r - 1 data take m + r - 1 multiplications instead of m r. A tile is 4
// results along each axis: of 6 data for 3 taps, at the points 0, 1, -1, 2, -2 and infinity, of 8 data for 5
// taps, with 1/2 and -1/2 besides. The gradient for the kernel is a filter too, whose taps are the gradients
// of 4 results, and whose results are the kernel's 3 or 5 taps: it has the transform of the data in common.

/// Results of a tile along each axis.
inline constexpr std::int64_t kWinogradTile = 4;

/// A square piece of an image or kernel, channels last: element (y, x, channel) is at
/// numbers[y * row + x * column + channel]. Only what lies in [top, bottom) x [left, right) is there; the
/// rest reads as zero and is not written.
template<class Number>
struct WinogradPatch {
    Number* numbers = nullptr;
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t top = 0;
    std::int64_t bottom = 0;
    std::int64_t left = 0;
    std::int64_t right = 0;
};

/// Transforms of a patch for every channel. The size * size transformed numbers of a channel lie
/// positionStride apart; they are written for whole vectors of channels, zeros behind the last.
struct WinogradTransforms {
    using Into = void (*)(const WinogradPatch<const float>& from, std::int64_t channels, float* to,
                          std::int64_t positionStride);
    using Back = void (*)(const float* from, std::int64_t positionStride, std::int64_t channels,
                          const WinogradPatch<float>& to);
    std::int64_t size = 0; ///< of transformed data, taps and results along each axis: 6 or 8
    Into data = nullptr;
    Into kernel = nullptr;    ///< 3 or 5 taps
    Back results = nullptr;   ///< of a tile
    Into gradients = nullptr; ///< of a tile's results, as taps
    Back kernelGradient = nullptr;
};

/// Those for this machine's instruction set and so many taps: 3 or 5.
[[nodiscard]] const WinogradTransforms& winogradTransforms(std::int64_t taps);

} // namespace protomind
