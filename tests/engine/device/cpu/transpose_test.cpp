// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/transpose.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace protomind {
namespace {

TEST(Transpose, TurnsRowsIntoColumnsAndTouchesNothingElse) {
    for (const std::int64_t rows : {1, 3, 4, 7, 65, 130}) {
        for (const std::int64_t columns : {1, 2, 4, 9, 64, 70}) {
            const std::int64_t fromRow = columns + 3;
            const std::int64_t toRow = rows + 2;
            std::vector<float> from(static_cast<std::size_t>(rows * fromRow));
            std::iota(from.begin(), from.end(), 1.0f);
            std::vector<float> to(static_cast<std::size_t>(columns * toRow), -1.0f);
            transpose(from.data(), fromRow, rows, columns, to.data(), toRow);
            for (std::int64_t column = 0; column < columns; ++column)
                for (std::int64_t row = 0; row < toRow; ++row)
                    ASSERT_EQ(to[static_cast<std::size_t>(column * toRow + row)],
                              row < rows ? from[static_cast<std::size_t>(row * fromRow + column)] : -1.0f)
                        << rows << " x " << columns;
        }
    }
}

} // namespace
} // namespace protomind
