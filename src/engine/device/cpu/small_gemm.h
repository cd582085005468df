// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// result[rows, columns] = left x right for matrices that stay in the nearest cache, on the calling thread.
/// Element (row, i) of left is at left[row * leftRow + i * leftInner]; right is [inner, columns], row-major.
using SmallGemm = void (*)(const float* left, std::int64_t leftRow, std::int64_t leftInner,
                           const float* right, float* result, std::int64_t rows, std::int64_t columns,
                           std::int64_t inner);

/// The one for this machine's instruction set.
[[nodiscard]] SmallGemm smallGemm();

} // namespace protomind
