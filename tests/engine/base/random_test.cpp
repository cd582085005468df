// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace protomind {
namespace {

/// The known answers that the authors of Philox publish with their library (Random123, kat_vectors,
/// philox4x32 10).
TEST(Philox, GivesTheKnownAnswers) {
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
              (std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
              (std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(RandomStream, RepeatsItselfForASeedAndDiffersBetweenStreams) {
    RandomStream a(7, 1);
    RandomStream b(7, 1);
    RandomStream other(7, 2);
    int equal = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::uint32_t bits = a.bits();
        EXPECT_EQ(bits, b.bits());
        equal += bits == other.bits();
    }
    EXPECT_LT(equal, 3);
}

TEST(RandomStream, IsUniformAndNormal) {
    RandomStream random(1);
    constexpr int kCount = 100000;
    double mean = 0;
    double normalMean = 0;
    double normalSquare = 0;
    for (int i = 0; i < kCount; ++i) {
        const float u = random.uniform();
        ASSERT_GE(u, 0.0f);
        ASSERT_LT(u, 1.0f);
        mean += u;
        const float n = random.normal();
        normalMean += n;
        normalSquare += n * n;
    }
    EXPECT_NEAR(mean / kCount, 0.5, 0.005);
    EXPECT_NEAR(normalMean / kCount, 0.0, 0.015);
    EXPECT_NEAR(normalSquare / kCount, 1.0, 0.02);
}

TEST(RandomStream, ShufflesIntoAPermutation) {
    std::vector<std::uint32_t> values(100);
    std::iota(values.begin(), values.end(), 0u);
    const std::vector<std::uint32_t> before = values;
    RandomStream(3).shuffle(values);
    EXPECT_NE(values, before);
    std::ranges::sort(values);
    EXPECT_EQ(values, before);
}

TEST(RandomElement, IsTheElementOfItsBlock) {
    for (std::uint64_t element = 0; element < 9; ++element)
        EXPECT_EQ(randomElement(1, 2, 3, element), randomBlock(1, 2, 3, element / 4)[element % 4]);
    EXPECT_NE(randomElement(1, 2, 3, 0), randomElement(1, 2, 4, 0));
    EXPECT_NE(randomElement(1, 2, 3, 0), randomElement(1, 3, 3, 0));
    EXPECT_NE(randomElement(1, 2, 3, 0), randomElement(2, 2, 3, 0));
}

} // namespace
} // namespace protomind
