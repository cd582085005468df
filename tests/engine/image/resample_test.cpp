// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/resample.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::FloatEq;

std::vector<float> scaled(const std::vector<float>& pixels, std::int64_t rowWidth, const ImageRegion& region,
                          std::int64_t width, std::int64_t height) {
    return resampled(std::span<const float>(pixels), rowWidth, 1, region, width, height);
}

TEST(Resample, AveragesAreas) {
    EXPECT_THAT(scaled({0, 4, 8, 12}, 4, {0, 0, 4, 1}, 2, 1), ElementsAre(2, 10));
    EXPECT_THAT(scaled({0, 3, 6}, 3, {0, 0, 3, 1}, 2, 1), ElementsAre(FloatEq(1), FloatEq(5)));
    EXPECT_THAT(scaled({1, 2, 3, 4}, 2, {0, 0, 2, 2}, 1, 1), ElementsAre(2.5f));
}

TEST(Resample, InterpolatesBetweenNeighbours) {
    EXPECT_THAT(scaled({0, 4}, 2, {0, 0, 2, 1}, 4, 1), ElementsAre(0, 1, 3, 4));
    EXPECT_THAT(scaled({7}, 1, {0, 0, 1, 1}, 3, 2), ElementsAre(7, 7, 7, 7, 7, 7));
}

TEST(Resample, TakesARegionAlone) {
    EXPECT_THAT(scaled({9, 9, 9, 9, 9, 1, 3, 9, 9, 5, 7, 9}, 4, {1, 1, 2, 2}, 2, 2), ElementsAre(1, 3, 5, 7));
    EXPECT_THAT(scaled({9, 9, 9, 9, 9, 1, 3, 9, 9, 5, 7, 9}, 4, {1, 1, 2, 2}, 1, 1), ElementsAre(4));
}

TEST(Resample, KeepsChannelsApart) {
    const std::vector<std::uint8_t> pixels = {0, 100, 200, 10, 110, 210};
    EXPECT_THAT(resampled(std::span<const std::uint8_t>(pixels), 2, 3, {0, 0, 2, 1}, 1, 1),
                ElementsAre(5, 105, 205));
}

} // namespace
} // namespace protomind
