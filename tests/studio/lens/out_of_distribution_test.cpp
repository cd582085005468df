// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/out_of_distribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace protomind {
namespace {

/// Pictures whose pixels hold numbers of their own: no two of a picture are the same.
HostArray numberedPictures(std::int64_t count, std::int64_t channels) {
    HostArray pictures({count, 5, 4, channels});
    std::iota(pictures.values.begin(), pictures.values.end(), 0.25f);
    return pictures;
}

struct DrawnNoise {
    HostArray values;
    float low = 0;
    float high = 0;
};
DrawnNoise uniformNoise(const HostArray& samples, std::uint64_t seed) {
    NoiseRange range;
    range.add(samples);
    RandomStream random(seed);
    return {range.draw(samples.shape, random), range.low(), range.high()};
}
HostArray shuffledBy(const HostArray& samples, std::uint64_t seed) {
    RandomStream random(seed);
    return shuffledPlaces(samples, random);
}
HostArray rowsOf(const HostArray& array, std::int64_t first, std::int64_t count) {
    const auto size = static_cast<std::ptrdiff_t>(array.shape.without(0).elementCount());
    return {array.shape.with(0, count), std::vector<float>(array.values.begin() + first * size,
                                                           array.values.begin() + (first + count) * size)};
}

/// However the samples are divided.
TEST(OutOfDistributionTest, PartsMakeTheWhole) {
    const HostArray pictures = numberedPictures(6, 3);
    NoiseRange range;
    range.add(rowsOf(pictures, 0, 4));
    range.add(rowsOf(pictures, 4, 2));
    RandomStream noise(3);
    RandomStream order(5);
    std::vector<float> drawn;
    std::vector<float> shuffled;
    for (const std::int64_t first : {0, 2, 4}) {
        const HostArray part = rowsOf(pictures, first, 2);
        for (const float value : range.draw(part.shape, noise).values)
            drawn.push_back(value);
        for (const float value : shuffledPlaces(part, order).values)
            shuffled.push_back(value);
    }
    EXPECT_EQ(drawn, uniformNoise(pictures, 3).values.values);
    EXPECT_EQ(shuffled, shuffledBy(pictures, 5).values);
}

TEST(OutOfDistributionTest, NoiseOfPicturesFillsTheirRange) {
    HostArray pictures({200, 4, 4, 1}, 0.25f);
    pictures.values[7] = 0.75f; // a single bright pixel
    const DrawnNoise noise = uniformNoise(pictures, 3);
    EXPECT_EQ(noise.low, 0.25f);
    EXPECT_EQ(noise.high, 0.75f);
    ASSERT_EQ(noise.values.shape, pictures.shape);
    double sum = 0;
    for (const float value : noise.values.values) {
        EXPECT_TRUE(value >= 0.25f && value <= 0.75f);
        sum += static_cast<double>(value);
    }
    EXPECT_NEAR(sum / 3200, 0.5, 0.02); // every pixel, not just the one that was bright
    EXPECT_EQ(noise.values, uniformNoise(pictures, 3).values);
    EXPECT_NE(noise.values, uniformNoise(pictures, 4).values);
}

TEST(OutOfDistributionTest, NoiseOfFeaturesKeepsToEachOnesRange) {
    const HostArray rows({3, 2}, {0.5f, 100, 1, 300, -1, 200});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const DrawnNoise noise = uniformNoise(rows, seed);
        for (std::size_t i = 0; i < 6; i += 2) {
            EXPECT_TRUE(noise.values.values[i] >= -1 && noise.values.values[i] <= 1);
            EXPECT_TRUE(noise.values.values[i + 1] >= 100 && noise.values.values[i + 1] <= 300);
        }
    }
}

TEST(OutOfDistributionTest, WholeNumbersStayWhole) {
    HostArray words({100, 5}, 0);
    for (std::size_t i = 0; i < words.values.size(); ++i)
        words.values[i] = static_cast<float>(i % 4);
    std::map<float, int> seen;
    const DrawnNoise noise = uniformNoise(words, 1);
    for (const float value : noise.values.values)
        ++seen[value];
    ASSERT_EQ(seen.size(), 4u);
    for (const auto& [word, count] : seen) {
        EXPECT_EQ(std::trunc(word), word);
        EXPECT_NEAR(count, 125, 40);
    }
}

TEST(OutOfDistributionTest, ShufflingMovesWholePixels) {
    const HostArray pictures = numberedPictures(10, 3);
    const HostArray shuffled = shuffledBy(pictures, 5);
    ASSERT_EQ(shuffled.shape, pictures.shape);
    EXPECT_EQ(shuffled, shuffledBy(pictures, 5));
    std::vector<std::vector<float>> orders;
    for (std::size_t picture = 0; picture < 10; ++picture) {
        const float first = pictures.values[picture * 60];
        std::vector<float>& order = orders.emplace_back();
        for (std::size_t pixel = 0; pixel < 20; ++pixel) {
            const float* values = &shuffled.values[picture * 60 + pixel * 3];
            EXPECT_EQ(values[1], values[0] + 1);
            EXPECT_EQ(values[2], values[0] + 2);
            order.push_back((values[0] - first) / 3);
        }
        std::vector<float> sorted = order;
        std::ranges::sort(sorted);
        EXPECT_FALSE(sorted == order);
        for (std::size_t pixel = 0; pixel < 20; ++pixel)
            EXPECT_EQ(sorted[pixel], static_cast<float>(pixel)); // every one, once
    }
    EXPECT_NE(orders[0], orders[1]); // each in an order of its own
}

TEST(OutOfDistributionTest, KnowsWhatHasPlaces) {
    EXPECT_TRUE(hasPlaces({28, 28, 1}));
    EXPECT_TRUE(hasPlaces({6, 3}));
    EXPECT_FALSE(hasPlaces({6}));
    EXPECT_FALSE(hasPlaces({1, 1, 8}));
}

} // namespace
} // namespace protomind
