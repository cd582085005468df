// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/device/cpu/panel_gemm.h"

#include <gtest/gtest.h>

#include <vector>

namespace protomind {
namespace {

std::vector<float> numbers(std::int64_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = random.uniform(-1, 1);
    return values;
}

/// Every number of rows up to twice what the registers hold, every number of vectors in use, either order of
/// the left matrix, with and without what is there already.
TEST(PanelGemm, IsTheProductForAllSizes) {
    const PanelGemm& product = panelGemm();
    const std::int64_t inner = 7;
    for (std::int64_t rows = 1; rows <= 2 * product.rows + 1; ++rows) {
        for (std::int64_t vectors = 1; vectors <= 7; ++vectors) {
            const std::int64_t columns = vectors * product.lanes;
            const std::int64_t wide = columns + product.lanes; // rows of a larger matrix
            const std::vector<float> left = numbers(rows * inner, 1);
            const std::vector<float> right = numbers(inner * wide, 2);
            for (const bool turned : {false, true}) {
                for (const bool add : {false, true}) {
                    std::vector<float> result = numbers(rows * wide, 3);
                    const std::vector<float> before = result;
                    product.multiply({.left = left.data(),
                                      .leftRow = turned ? 1 : inner,
                                      .leftInner = turned ? rows : 1,
                                      .right = right.data(),
                                      .rightRow = wide,
                                      .result = result.data(),
                                      .resultRow = wide,
                                      .rows = rows,
                                      .columns = columns,
                                      .inner = inner,
                                      .add = add});
                    for (std::int64_t row = 0; row < rows; ++row) {
                        for (std::int64_t column = 0; column < wide; ++column) {
                            const auto at = static_cast<std::size_t>(row * wide + column);
                            double expected = add || column >= columns ? before[at] : 0.0;
                            for (std::int64_t i = 0; column < columns && i < inner; ++i)
                                expected += double{left[static_cast<std::size_t>(turned ? i * rows + row
                                                                                        : row * inner + i)]} *
                                            right[static_cast<std::size_t>(i * wide + column)];
                            ASSERT_NEAR(result[at], expected, 1e-5) << rows << " x " << columns;
                        }
                    }
                }
            }
        }
    }
}

TEST(PanelGemm, RunsTheInnerIndexInBlocks) {
    const PanelGemm& product = panelGemm();
    const std::int64_t columns = product.lanes;
    const std::vector<float> left = numbers(40, 4);
    const std::vector<float> right = numbers(6 * columns, 5);
    std::vector<float> result(static_cast<std::size_t>(3 * columns));
    // A window of 2 rows of 3 numbers that moves along a line of an image whose lines are 10 long.
    product.multiply({.left = left.data(),
                      .leftRow = 1,
                      .leftInner = 1,
                      .right = right.data(),
                      .rightRow = columns,
                      .result = result.data(),
                      .resultRow = columns,
                      .rows = 3,
                      .columns = columns,
                      .inner = 3,
                      .blocks = 2,
                      .leftBlock = 10,
                      .rightBlock = 3 * columns});
    for (std::int64_t row = 0; row < 3; ++row) {
        double expected = 0;
        for (std::int64_t y = 0; y < 2; ++y)
            for (std::int64_t x = 0; x < 3; ++x)
                expected += double{left[static_cast<std::size_t>(10 * y + row + x)]} *
                            right[static_cast<std::size_t>((3 * y + x) * columns)];
        EXPECT_NEAR(result[static_cast<std::size_t>(row * columns)], expected, 1e-5);
    }
}

/// How a result is cut into calls changes no bit of it.
TEST(PanelGemm, DoesNotDependOnTheCut) {
    const PanelGemm& product = panelGemm();
    const std::int64_t rows = 29;
    const std::int64_t inner = 33;
    const std::int64_t columns = 4 * product.lanes;
    const std::vector<float> left = numbers(rows * inner, 6);
    const std::vector<float> right = numbers(inner * columns, 7);
    std::vector<float> whole(static_cast<std::size_t>(rows * columns));
    std::vector<float> cut(whole.size());
    const auto multiply = [&](std::vector<float>& result, std::int64_t row, std::int64_t count) {
        product.multiply({.left = left.data() + row * inner,
                          .leftRow = inner,
                          .leftInner = 1,
                          .right = right.data(),
                          .rightRow = columns,
                          .result = result.data() + row * columns,
                          .resultRow = columns,
                          .rows = count,
                          .columns = columns,
                          .inner = inner});
    };
    multiply(whole, 0, rows);
    for (std::int64_t row = 0; row < rows; row += 4)
        multiply(cut, row, std::min<std::int64_t>(4, rows - row));
    EXPECT_EQ(whole, cut);
}

} // namespace
} // namespace protomind
