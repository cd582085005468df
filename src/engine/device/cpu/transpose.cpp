// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/transpose.h"

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

#include <algorithm>

namespace protomind {

namespace {

/// Rows and columns that are turned while their lines are in the first cache.
constexpr std::int64_t kBlock = 64;
constexpr std::int64_t kSide = 4;

/// A block of 4 x 4.
void turnFour(const float* from, std::int64_t fromRow, float* to, std::int64_t toRow) {
#if defined(__SSE__)
    __m128 a = _mm_loadu_ps(from);
    __m128 b = _mm_loadu_ps(from + fromRow);
    __m128 c = _mm_loadu_ps(from + 2 * fromRow);
    __m128 d = _mm_loadu_ps(from + 3 * fromRow);
    _MM_TRANSPOSE4_PS(a, b, c, d);
    _mm_storeu_ps(to, a);
    _mm_storeu_ps(to + toRow, b);
    _mm_storeu_ps(to + 2 * toRow, c);
    _mm_storeu_ps(to + 3 * toRow, d);
#else
    for (std::int64_t row = 0; row < kSide; ++row)
        for (std::int64_t column = 0; column < kSide; ++column)
            to[column * toRow + row] = from[row * fromRow + column];
#endif
}

void turnBlock(const float* from, std::int64_t fromRow, std::int64_t rows, std::int64_t columns, float* to,
               std::int64_t toRow) {
    const std::int64_t wholeRows = rows / kSide * kSide;
    const std::int64_t wholeColumns = columns / kSide * kSide;
    for (std::int64_t column = 0; column < wholeColumns; column += kSide)
        for (std::int64_t row = 0; row < wholeRows; row += kSide)
            turnFour(from + row * fromRow + column, fromRow, to + column * toRow + row, toRow);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t column = row < wholeRows ? wholeColumns : 0; column < columns; ++column)
            to[column * toRow + row] = from[row * fromRow + column];
}

} // namespace

void transpose(const float* from, std::int64_t fromRow, std::int64_t rows, std::int64_t columns, float* to,
               std::int64_t toRow) {
    for (std::int64_t row = 0; row < rows; row += kBlock)
        for (std::int64_t column = 0; column < columns; column += kBlock)
            turnBlock(from + row * fromRow + column, fromRow, std::min(kBlock, rows - row),
                      std::min(kBlock, columns - column), to + column * toRow + row, toRow);
}

} // namespace protomind
