// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/device/opencl/text/product_tile.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(ProductTile, FitsTheDeviceWhateverItsLimits) {
    RandomStream random(2);
    for (int turn = 0; turn < 2000; ++turn) {
        const KernelLimits limits{.groupItems = 1 + random.below(300),
                                  .localBytes = random.below(70'000),
                                  .computeUnits = 1 + random.below(150)};
        const ProductSizes sizes{1 + random.below(40), 1 + random.below(30'000), 1 + random.below(600),
                                 1 + random.below(200'000), random.below(2) == 0};
        const auto tile = productTile(sizes, limits);
        if (!tile) {
            EXPECT_LT(limits.localBytes, 1024u) << "a device with so much has room for the smallest";
            continue;
        }
        EXPECT_LE(tile->items(), limits.groupItems);
        EXPECT_LE(tile->localBytes(), limits.localBytes);
        // Every item reads as much of each factor as the others.
        EXPECT_EQ(tile->rows() * tile->depth % tile->items(), 0u);
        EXPECT_EQ(tile->columns() * tile->depth % tile->items(), 0u);
        const std::size_t slices = productSlices(sizes, *tile, limits);
        EXPECT_GE(slices, 1u);
        EXPECT_TRUE(sizes.sliceable || slices == 1);
        EXPECT_GT(sizes.depth, (slices - 1) * tile->depth) << "no slice is empty";
    }
}

TEST(ProductTile, IsLargeWhereThereIsMuchToDo) {
    const KernelLimits limits{.groupItems = 256, .localBytes = 49'152, .computeUnits = 8};
    const auto large = productTile({1, 100'000, 256, 2304}, limits);
    EXPECT_GE(large->rows() * large->columns(), 64u * 64u);
    const auto narrow = productTile({1, 100'000, 16, 288}, limits);
    EXPECT_EQ(narrow->columns(), 16u);
}

TEST(ProductSlices, KeepAWideDeviceBusyWithFewResults) {
    const ProductSizes sizes{1, 576, 64, 25'088, true};
    const KernelLimits wide{.groupItems = 256, .localBytes = 49'152, .computeUnits = 132};
    const auto tile = productTile(sizes, wide);
    EXPECT_GT(productSlices(sizes, *tile, wide), 8u);
}

} // namespace
} // namespace protomind
