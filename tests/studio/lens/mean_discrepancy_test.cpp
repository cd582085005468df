// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/drawn_samples.h"
#include "studio/lens/mean_discrepancy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

HostArray numbers(std::vector<float> values) {
    const auto count = static_cast<std::int64_t>(values.size());
    return {{count, 1}, std::move(values)};
}

/// Of N(0, I) and N(m, I) in so many dimensions, from E k = (s^2 / (s^2 + 2))^(d/2) exp(-|m|^2 / (2 (s^2 +
/// 2))).
double ofShiftedGaussians(double dimensions, double squaredShift, double bandwidth) {
    const double width = bandwidth * bandwidth + 2;
    return 2 * std::pow(bandwidth * bandwidth / width, dimensions / 2) *
           (1 - std::exp(-squaredShift / (2 * width)));
}

TEST(MeanDiscrepancyTest, IsTheUnbiasedEstimator) {
    const auto found = meanDiscrepancy(numbers({0, 1}), numbers({0, 2}), 1).value();
    // k(0, 1) + k(0, 2) - 2 (k(0, 0) + k(0, 2) + k(1, 0) + k(1, 2)) / 4
    EXPECT_NEAR(found.squared, 0.5 * std::exp(-2) - 0.5, 1e-15);
    EXPECT_EQ(found.bandwidth, 1);
    const auto three = meanDiscrepancy(numbers({0, 0, 3}), numbers({0, 2}), 2).value();
    const auto k = [](double distance) { return std::exp(-distance * distance / 8); };
    EXPECT_NEAR(three.squared, (1 + 2 * k(3)) / 3 + k(2) - 2 * (2 * (1 + k(2)) + k(3) + k(1)) / 6, 1e-15);
}

TEST(MeanDiscrepancyTest, FindsShiftedGaussiansAsFarAsTheyAre) {
    const std::vector<float> ones{1, 1};
    const HostArray real = drawnSamples(2000, {0, 0}, ones, 1);
    const double bandwidth = medianDistance(real).value();
    // The squared distance is 2 chi^2 of 2 degrees, whose median is 2 log 2.
    EXPECT_NEAR(bandwidth, std::sqrt(4 * std::log(2)), 0.05);
    for (const float shift : {0.5f, 1.0f, 4.0f}) {
        const auto found = meanDiscrepancy(drawnSamples(2000, {shift, 0}, ones, 2), real).value();
        EXPECT_EQ(found.bandwidth, bandwidth);
        const auto far = static_cast<double>(shift);
        EXPECT_NEAR(found.squared, ofShiftedGaussians(2, far * far, bandwidth), 0.02) << shift;
    }
    const auto same = meanDiscrepancy(drawnSamples(2000, {0, 0}, ones, 3), real).value();
    EXPECT_LT(std::abs(same.squared), 0.001);
    EXPECT_GT(ofShiftedGaussians(2, 0.25, bandwidth), 0.03) << "the smallest of the shifts is told from none";
}

TEST(MeanDiscrepancyTest, ErrsToBothSides) {
    int below = 0;
    double sum = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const double found =
            meanDiscrepancy(drawnSamples(50, {0}, {1}, 2 * seed), drawnSamples(50, {0}, {1}, 2 * seed + 1))
                ->squared;
        below += found < 0;
        sum += found;
    }
    EXPECT_GT(below, 8);
    EXPECT_LT(below, 36);
    EXPECT_LT(std::abs(sum / 40), 0.01);
}

/// What is far from 0 and close together keeps its digits.
TEST(MeanDiscrepancyTest, SeesACollapseFarAway) {
    const HostArray real = drawnSamples(100, {0, 0}, {1, 1}, 1);
    const auto found = meanDiscrepancy(HostArray({50, 2}, 3e37f), real, 1).value();
    const auto alone = meanDiscrepancy(real, real, 1).value(); // kr + kr - 2 (1 + 99 kr) / 100
    EXPECT_NEAR(found.squared, 1 + (alone.squared + 0.02) * 50, 1e-9);
}

TEST(MeanDiscrepancyTest, TheBandwidthIsTheMedianOfWhatDiffers) {
    EXPECT_EQ(medianDistance(numbers({0, 1, 3})).value(), 2);
    EXPECT_EQ(medianDistance(numbers({5, 5, 5, 5, 5, 5, 9})).value(), 4);
    EXPECT_EQ(medianDistance(numbers({5, 5})).error().sentence,
              "The real samples are all the same: they have no spread.");
    EXPECT_FALSE(meanDiscrepancy(numbers({1, 2}), numbers({5, 5})));
    EXPECT_TRUE(meanDiscrepancy(numbers({5, 5}), numbers({1, 2})));
}

/// Of sets that go through their classes in turn, every n-th would be of one class.
TEST(MeanDiscrepancyTest, OfManySamplesComparesSomeOfEveryKind) {
    HostArray many({10 * kMostCompared, 1});
    for (std::size_t i = 0; i < many.values.size(); ++i)
        many.values[i] = static_cast<float>(i % 10);
    HostArray few({1000, 1});
    for (std::size_t i = 0; i < few.values.size(); ++i)
        few.values[i] = static_cast<float>(i % 10);
    const auto found = meanDiscrepancy(many, few).value();
    EXPECT_EQ(found.made, kMostCompared);
    EXPECT_EQ(found.real, 1000);
    EXPECT_LT(std::abs(found.squared), 0.005);
    EXPECT_EQ(meanDiscrepancy(many, few)->squared, found.squared);
}

TEST(MeanDiscrepancyTest, PicturesAreRowsOfNumbers) {
    const HostArray flat = drawnSamples(60, {0, 0, 0, 0}, {1, 1, 1, 1}, 1);
    const HostArray other = drawnSamples(60, {1, 0, 0, 0}, {1, 1, 1, 1}, 2);
    EXPECT_EQ(meanDiscrepancy({{60, 2, 2, 1}, flat.values}, other)->squared,
              meanDiscrepancy(flat, other)->squared);
}

TEST(MeanDiscrepancyTest, RefusesWhatCannotBeCompared) {
    const HostArray two = numbers({0, 1});
    const HostArray bad = numbers({0, std::numeric_limits<float>::quiet_NaN()});
    EXPECT_EQ(meanDiscrepancy(HostArray(), two).error().sentence, "The generated samples are missing.");
    EXPECT_EQ(meanDiscrepancy(numbers({1}), two).error().sentence,
              "The generated samples are too few: 1, but it takes at least 2.");
    EXPECT_EQ(meanDiscrepancy(two, numbers({1})).error().sentence,
              "The real samples are too few: 1, but it takes at least 2.");
    EXPECT_EQ(meanDiscrepancy(bad, two).error().sentence,
              "The generated samples hold a number that is not finite (NaN or infinite).");
    EXPECT_EQ(meanDiscrepancy(two, bad).error().sentence,
              "The real samples hold a number that is not finite (NaN or infinite).");
    EXPECT_FALSE(medianDistance(bad));
    EXPECT_EQ(meanDiscrepancy(two, HostArray({2, 3})).error().sentence,
              "Generated and real samples are not of one size: 1 and 3.");
    EXPECT_THROW((void)meanDiscrepancy(two, two, 0.0), std::logic_error);
}

} // namespace
} // namespace protomind
