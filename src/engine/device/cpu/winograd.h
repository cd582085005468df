// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

// Minimal filtering (A. Lavin, S. Gray: "Fast Algorithms for Convolutional Neural Networks", 2015): m results
// of a filter with r taps from m + r - 1 = 6 data take 6 multiplications instead of m r. All transforms are
// of this one size, at the points 0, 1, -1, 2, -2 and infinity, so 4 results of 3 taps, 2 of 5, and what
// their gradients need (3 of 4, 5 of 2) have the transform of the data in common.

/// Data, taps and results are turned into so many numbers along each axis.
inline constexpr std::int64_t kWinogradSize = 6;
inline constexpr std::int64_t kWinogradPositions = kWinogradSize * kWinogradSize;

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

/// Transforms of a patch for every channel. The 36 transformed numbers of a channel lie positionStride apart;
/// they are written for whole vectors of channels, zeros behind the last.
struct WinogradTransforms {
    using Into = void (*)(const WinogradPatch<const float>& from, std::int64_t channels, float* to,
                          std::int64_t positionStride);
    using Back = void (*)(const float* from, std::int64_t positionStride, std::int64_t channels,
                          const WinogradPatch<float>& to);
    Into data = nullptr;  ///< 6 x 6
    Into taps[6] = {};    ///< by the number of taps along an axis: 2, 3, 4 or 5
    Back results[6] = {}; ///< by the number of results along an axis: 2, 3, 4 or 5
};

/// Those for this machine's instruction set.
[[nodiscard]] const WinogradTransforms& winogradTransforms();

} // namespace protomind
