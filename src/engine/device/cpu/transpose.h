// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// to[column * toRow + row] = from[row * fromRow + column], on the calling thread.
void transpose(const float* from, std::int64_t fromRow, std::int64_t rows, std::int64_t columns, float* to,
               std::int64_t toRow);

} // namespace protomind
