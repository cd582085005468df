// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/drawn_samples.h"
#include "studio/lens/generated_modes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace protomind {
namespace {

using testing::ElementsAre;

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

HostArray points(std::vector<float> values) {
    const auto count = static_cast<std::int64_t>(values.size()) / 2;
    return {{count, 2}, std::move(values)};
}

/// The usual ring of eight.
HostArray ringCentres() {
    HostArray centres({8, 2});
    for (std::size_t i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi * static_cast<double>(i) / 4;
        centres.values[2 * i] = static_cast<float>(2 * std::cos(angle));
        centres.values[2 * i + 1] = static_cast<float>(2 * std::sin(angle));
    }
    return centres;
}

TEST(GeneratedModesTest, CountsWhatLiesWithinThreeDeviations) {
    const HostArray centres = points({0, 0, 100, 0, 0, 100});
    const HostArray made = points({0, 0, 3, 0, 3.01f, 0, 100, 2.5f, 101, -1, 99, 1, 50, 50, -1, 103});
    const auto coverage = modeCoverage(made, centres, 1).value();
    EXPECT_EQ(coverage.samples, 8);
    EXPECT_EQ(coverage.finite, 8);
    EXPECT_THAT(coverage.atMode, ElementsAre(2, 3, 0)); // (-1, 103) is by a root of 10 too far
    EXPECT_THAT(coverage.shareAtMode, ElementsAre(0.25, 0.375, 0));
    EXPECT_EQ(coverage.found, 2);
    EXPECT_EQ(coverage.highQuality, 0.625);
    EXPECT_EQ(modeCoverage(made, centres, 1, 0.3)->found, 1);
    EXPECT_EQ(modeCoverage(made, centres, 1, 0.375)->found, 1) << "at least";
    EXPECT_EQ(modeCoverage(made, centres, 1, 0.25)->found, 2);
    EXPECT_EQ(modeCoverage(made, centres, 1.1)->found, 3);
}

TEST(GeneratedModesTest, ASampleIsAtItsNearestModeAlone) {
    const auto coverage = modeCoverage(points({0.4f, 0, 0.6f, 0, 0.7f, 0}), points({0, 0, 1, 0}), 1).value();
    EXPECT_THAT(coverage.atMode, ElementsAre(1, 2));
    EXPECT_EQ(coverage.highQuality, 1);
}

/// Of two dimensions, the share within 3 deviations is 1 - exp(-9/2).
TEST(GeneratedModesTest, TrueSamplesAreOfHighQuality) {
    const HostArray centres = ringCentres();
    HostArray made = drawnSamples(20000, {0, 0}, {0.02f, 0.02f}, 5);
    for (std::size_t i = 0; i < 20000; ++i)
        for (std::size_t axis = 0; axis < 2; ++axis)
            made.values[2 * i + axis] += centres.values[2 * (i % 8) + axis];
    const auto coverage = modeCoverage(made, centres, 0.02, 0.1).value();
    EXPECT_EQ(coverage.found, 8);
    const double expected = 1 - std::exp(-4.5);
    EXPECT_NEAR(coverage.highQuality, expected, 4 * std::sqrt(expected * (1 - expected) / 20000));
}

TEST(GeneratedModesTest, ACollapsedGeneratorFindsOneMode) {
    const auto coverage =
        modeCoverage(drawnSamples(500, {2, 0}, {0.01f, 0.01f}, 1), ringCentres(), 0.02).value();
    EXPECT_THAT(coverage.atMode, ElementsAre(500, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_EQ(coverage.found, 1);
    EXPECT_EQ(coverage.highQuality, 1);
}

TEST(GeneratedModesTest, WhatIsNoNumberLiesAtNoMode) {
    const float most = std::numeric_limits<float>::max();
    const float infinite = std::numeric_limits<float>::infinity();
    const auto coverage =
        modeCoverage(points({0, 0, kNoNumber, 0, 0, infinite, -most, most}), points({0, 0}), 1);
    ASSERT_TRUE(coverage);
    EXPECT_EQ(coverage->finite, 2);
    EXPECT_EQ(coverage->highQuality, 0.25);
    const auto none = modeCoverage(points({kNoNumber, kNoNumber}), points({0, 0}), 1);
    ASSERT_TRUE(none);
    EXPECT_EQ(none->found, 0);
    EXPECT_EQ(none->highQuality, 0);
}

TEST(GeneratedModesTest, RefusesWhatCannotBeCounted) {
    const HostArray one = points({0, 0});
    EXPECT_EQ(modeCoverage(HostArray(), one, 1).error().sentence, "The generated samples are missing.");
    EXPECT_EQ(modeCoverage(HostArray({0, 2}), one, 1).error().sentence, "The generated samples are missing.");
    EXPECT_EQ(modeCoverage(one, HostArray({0, 2}), 1).error().sentence,
              "The centres of the modes are missing.");
    EXPECT_EQ(modeCoverage(one, points({0, kNoNumber}), 1).error().sentence,
              "The centres of the modes hold a number that is not finite (NaN or infinite).");
    EXPECT_EQ(modeCoverage(one, HostArray({1, 3}), 1).error().sentence,
              "Generated and real samples are not of one size: 2 and 3.");
    EXPECT_THROW((void)modeCoverage(one, one, 0), std::logic_error);
    EXPECT_THROW((void)modeCoverage(one, one, static_cast<double>(kNoNumber)), std::logic_error);
    EXPECT_THROW((void)modeCoverage(one, one, 1, 1.5), std::logic_error);
}

} // namespace
} // namespace protomind
