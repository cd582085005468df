// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/array_tiles.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

HostArray counted(Shape shape) {
    HostArray array(shape);
    for (std::size_t i = 0; i < array.values.size(); ++i)
        array.values[i] = static_cast<float>(i);
    return array;
}

/// Every number stands in one cell, and the cell knows where it came from.
TEST(ArrayTilesTest, EveryNumberHasItsCell) {
    for (const Shape& shape : {Shape{4, 5, 3}, Shape{6, 2}, Shape{7}, Shape{1}, Shape{1, 1, 9}}) {
        SCOPED_TRACE(shape.text());
        const ArrayTiles tiles(counted(shape));
        EXPECT_EQ(tiles.channels() * tiles.rows() * tiles.columns(), shape.elementCount());
        for (int channel = 0; channel < tiles.channels(); ++channel)
            for (int row = 0; row < tiles.rows(); ++row)
                for (int column = 0; column < tiles.columns(); ++column) {
                    const auto at = tiles.coordinates(channel, row, column);
                    std::int64_t index = 0;
                    for (int axis = 0; axis < shape.rank(); ++axis)
                        index = index * shape[axis] + at[static_cast<std::size_t>(axis)];
                    EXPECT_EQ(tiles.value(channel, row, column), static_cast<float>(index));
                    EXPECT_EQ(tiles.cellAt(at), (ArrayTiles::Cell{channel, row, column}));
                }
    }
}

TEST(ArrayTilesTest, ExtentsLeaveOutWhatIsNoNumber) {
    HostArray array(Shape{1, 2, 2}, {1, -3, NAN, 8});
    const ArrayTiles tiles(array);
    EXPECT_EQ(tiles.extent().low, -3);
    EXPECT_EQ(tiles.extent().high, 8);
    EXPECT_EQ(tiles.extent(0).low, 1);
    EXPECT_EQ(tiles.extent(0).high, 1);
    EXPECT_TRUE(ArrayTiles().isEmpty());
}

} // namespace
} // namespace protomind
