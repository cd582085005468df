// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/array_layout.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>

namespace protomind {
namespace {

HostArray counted(Shape shape) {
    HostArray array(shape);
    std::iota(array.values.begin(), array.values.end(), 0.0f);
    return array;
}

float at(const HostArray& array, std::initializer_list<std::int64_t> index) {
    const auto strides = array.shape.strides();
    std::int64_t place = 0;
    int axis = 0;
    for (const std::int64_t i : index)
        place += i * strides[static_cast<std::size_t>(axis++)];
    return array.values[static_cast<std::size_t>(place)];
}

TEST(Permuted, MovesEveryNumberToItsAxes) {
    const HostArray array = counted({2, 3, 4, 5});
    const std::array order{3, 2, 0, 1};
    const HostArray result = permuted(array, order);
    ASSERT_EQ(result.shape, (Shape{5, 4, 2, 3}));
    for (std::int64_t a = 0; a < 2; ++a)
        for (std::int64_t b = 0; b < 3; ++b)
            for (std::int64_t c = 0; c < 4; ++c)
                for (std::int64_t d = 0; d < 5; ++d)
                    ASSERT_EQ(at(result, {d, c, a, b}), at(array, {a, b, c, d}));
}

TEST(Permuted, AndBackIsTheSame) {
    const HostArray array = counted({3, 1, 2});
    EXPECT_EQ(permuted(permuted(array, std::array{2, 0, 1}), std::array{1, 2, 0}), array);
}

TEST(PartsReordered, MovesWholeParts) {
    using enum AxisPart;
    const HostArray array = counted({2, 6});
    const HostArray result = partsReordered(array, 1, std::array{InputGate, ForgetGate, Candidate},
                                            std::array{Candidate, InputGate, ForgetGate});
    EXPECT_EQ(result.values, (std::vector<float>{4, 5, 0, 1, 2, 3, 10, 11, 6, 7, 8, 9}));
}

TEST(Joined, PutsPartsTogetherAgain) {
    const HostArray array = counted({2, 6, 3});
    for (int axis = 0; axis < 2; ++axis) {
        const std::array parts{partOf(array, axis, 0, 2), partOf(array, axis, 1, 2)};
        EXPECT_EQ(joined(parts, axis), array);
    }
}

TEST(ChannelsFirst, IsTheOrderOfATransposedImage) {
    const HostArray image = counted({2, 3, 4});
    const HostArray channelsFirst = permuted(image, std::array{2, 0, 1});
    const auto order = channelsFirstOrder(image.shape);
    ASSERT_EQ(order.size(), channelsFirst.values.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        EXPECT_EQ(channelsFirst.values[i], static_cast<float>(order[i]));
    EXPECT_EQ(rowsReordered(HostArray({24, 1}, image.values), order).values, channelsFirst.values);
}

} // namespace
} // namespace protomind
