// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/batch_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

TEST(BatchOrder, IsAPermutation) {
    for (const std::int64_t count : {0, 1, 2, 7, 1000}) {
        std::vector<std::uint32_t> order = epochOrder(count, 5, 3);
        std::ranges::sort(order);
        std::vector<std::uint32_t> expected(static_cast<std::size_t>(count));
        std::iota(expected.begin(), expected.end(), 0u);
        EXPECT_EQ(order, expected);
    }
}

TEST(BatchOrder, DependsOnSeedAndEpochAlone) {
    const auto order = epochOrder(100, 5, 3);
    EXPECT_EQ(epochOrder(100, 5, 3), order);
    EXPECT_NE(epochOrder(100, 5, 4), order);
    EXPECT_NE(epochOrder(100, 6, 3), order);
    std::vector<std::uint32_t> written(100, 77u);
    writeEpochOrder(5, 3, written);
    EXPECT_EQ(written, order);
}

TEST(BatchOrder, LeadsEverySampleEverywhere) {
    // A sample's mean place over many epochs is the middle, within four standard errors.
    constexpr int kCount = 20;
    constexpr int kEpochs = 2000;
    std::vector<double> sums(kCount);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        const auto order = epochOrder(kCount, 1, epoch);
        for (std::size_t place = 0; place < order.size(); ++place)
            sums[order[place]] += static_cast<double>(place);
    }
    const double standardError = std::sqrt((kCount * kCount - 1) / 12.0 / kEpochs);
    for (const double sum : sums)
        EXPECT_NEAR(sum / kEpochs, (kCount - 1) / 2.0, 4 * standardError);
}

TEST(BatchOrder, RefusesANegativeEpoch) {
    EXPECT_THROW((void)epochOrder(3, 1, -1), std::logic_error);
}

} // namespace
} // namespace protomind
