// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// result[rows, columns] = left x right, or += where add. Element (row, i) of left is at
/// left[row * leftRow + i * leftInner], so that either order of memory will do; rows of right and of result
/// are rightRow and resultRow apart. columns is a multiple of the lanes. The inner index may run in blocks:
/// after inner steps, left and right go on leftBlock and rightBlock from where the last block began.
struct PanelFactors {
    const float* left = nullptr;
    std::int64_t leftRow = 0;
    std::int64_t leftInner = 0;
    const float* right = nullptr;
    std::int64_t rightRow = 0;
    float* result = nullptr;
    std::int64_t resultRow = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t inner = 0;
    std::int64_t blocks = 1;
    std::int64_t leftBlock = 0;
    std::int64_t rightBlock = 0;
    bool add = false;
};

/// The product of matrices that the nearer caches hold, on the calling thread: blocks of the result stay in
/// registers while the inner index runs. A value depends on its row and column alone, never on how the
/// result was cut into calls.
struct PanelGemm {
    void (*multiply)(const PanelFactors& factors) = nullptr;
    std::int64_t lanes = 0; ///< floats in a vector
    std::int64_t rows = 0;  ///< multiples of so many rows leave no registers unused
};

/// The one for this machine's instruction set.
[[nodiscard]] const PanelGemm& panelGemm();

} // namespace protomind
