// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/drawn_samples.h"
#include "studio/lens/frechet_distance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <utility>

namespace protomind {
namespace {

FeatureMoments moments(std::vector<double> mean, std::vector<double> covariance) {
    const auto features = static_cast<std::int64_t>(mean.size());
    return {
        .samples = 1000, .features = features, .mean = std::move(mean), .covariance = std::move(covariance)};
}

FrechetDistance distanceOf(const HostArray& made, const HostArray& real) {
    return frechetDistance(featureMoments(made).value(), featureMoments(real).value()).value();
}

double traceOf(const FeatureMoments& of) {
    double sum = 0;
    for (std::int64_t i = 0; i < of.features; ++i)
        sum += of.covariance[static_cast<std::size_t>(i * (of.features + 1))];
    return sum;
}

TEST(FrechetDistanceTest, MomentsAreThoseOfTheSamples) {
    const FeatureMoments found = featureMoments({{3, 2}, {0, 1, 2, 1, 4, 7}}).value();
    EXPECT_EQ(found.samples, 3);
    EXPECT_EQ(found.features, 2);
    EXPECT_EQ(found.mean, (std::vector<double>{2, 3}));
    EXPECT_EQ(found.covariance, (std::vector<double>{4, 6, 6, 12}));
    EXPECT_TRUE(found.haveFullRank());
}

/// Sums of many samples are taken in parts.
TEST(FrechetDistanceTest, MomentsOfManySamples) {
    const FeatureMoments found = featureMoments(drawnSamples(5000, {1000, -3}, {1, 2}, 4)).value();
    EXPECT_NEAR(found.mean[0], 1000, 5 / std::sqrt(5000.0));
    EXPECT_NEAR(found.mean[1], -3, 10 / std::sqrt(5000.0));
    // The standard error of a variance is its double by the root of 2 N.
    EXPECT_NEAR(found.covariance[0], 1, 5 * 2 / std::sqrt(1e4));
    EXPECT_NEAR(found.covariance[3], 4, 5 * 8 / std::sqrt(1e4));
    EXPECT_NEAR(found.covariance[1], 0, 5 * 2 / std::sqrt(5000.0));
    EXPECT_EQ(found.covariance[1], found.covariance[2]);
}

/// In two dimensions tr (C1 C2)^(1/2) is the root of tr(C1 C2) + 2 (det C1 det C2)^(1/2): also where the two
/// don't commute.
TEST(FrechetDistanceTest, IsTheClosedFormOfGaussians) {
    const FeatureMoments a = moments({1, 2}, {2, 0.5, 0.5, 1});
    const FeatureMoments b = moments({-1, 3}, {1, -0.3, -0.3, 3});
    const double traceOfProduct = 2 * 1 - 0.5 * 0.3 - 0.5 * 0.3 + 1 * 3;
    const double determinants = (2 * 1 - 0.25) * (1 * 3 - 0.09);
    const double expected = 3 + 4 - 2 * std::sqrt(traceOfProduct + 2 * std::sqrt(determinants));
    const FrechetDistance found = frechetDistance(a, b).value();
    EXPECT_NEAR(found.ofMeans, 5, 1e-12);
    EXPECT_NEAR(found.ofCovariances, expected, 1e-12);
    EXPECT_NEAR(found.squared, 5 + expected, 1e-12);
    EXPECT_TRUE(found.haveFullRank);
    EXPECT_NEAR(frechetDistance(b, a)->squared, found.squared, 1e-12) << "from either side";
}

TEST(FrechetDistanceTest, SamplesOfGaussiansComeCloseToIt) {
    const HostArray made = drawnSamples(20000, {0, 0, 0}, {1, 2, 3}, 1);
    const HostArray real = drawnSamples(20000, {1, 0, -2}, {2, 2, 1}, 2);
    const FrechetDistance found = distanceOf(made, real);
    // |m|^2 = 5, and the roots of the variances differ by 1, 0 and 2. Standard errors: of the first
    // 2 (1 (1 + 4) + 4 (9 + 1))^(1/2) / N^(1/2), of each of the others twice the difference times that of the
    // deviations.
    EXPECT_NEAR(found.ofMeans, 5, 4 * 2 * std::sqrt(45 / 20000.0));
    EXPECT_NEAR(found.ofCovariances, 5, 4 * std::sqrt((4 * 5 + 16 * 10) / 40000.0));
}

TEST(FrechetDistanceTest, IsNothingForTheSameSet) {
    const HostArray full = drawnSamples(500, std::vector<float>(64, 1), std::vector<float>(64, 3), 3);
    EXPECT_LT(distanceOf(full, full).squared, 1e-10 * traceOf(featureMoments(full).value()));
    const HostArray few = drawnSamples(10, std::vector<float>(64, 1), std::vector<float>(64, 3), 3);
    EXPECT_LT(distanceOf(few, few).squared, 1e-10 * traceOf(featureMoments(few).value()));
    EXPECT_FALSE(distanceOf(few, few).haveFullRank);
    EXPECT_EQ(distanceOf(HostArray({5, 3}, 2.0f), HostArray({4, 3}, 2.0f)).squared, 0);
}

TEST(FrechetDistanceTest, ATurnOfBothMakesNoDifference) {
    HostArray made = drawnSamples(400, {0, 1, 2, 3}, {1, 2, 1, 0.5f}, 1);
    HostArray real = drawnSamples(300, {0, 0, 2, 5}, {2, 1, 1, 3}, 2);
    const double before = distanceOf(made, real).squared;
    for (HostArray* samples : {&made, &real})
        for (std::size_t at = 0; at < samples->values.size(); at += 4)
            for (const auto& [i, k] : {std::pair{0u, 1u}, {2u, 3u}, {1u, 2u}, {0u, 3u}}) {
                float& x = samples->values[at + i];
                float& y = samples->values[at + k];
                const float turned = 0.8f * x - 0.6f * y;
                y = 0.6f * x + 0.8f * y;
                x = turned;
            }
    EXPECT_GT(before, 5);
    EXPECT_NEAR(distanceOf(made, real).squared, before, 1e-5 * before);
}

TEST(FrechetDistanceTest, FewerSamplesLookFartherApart) {
    const std::vector<float> zeros(20, 0);
    const std::vector<float> ones(20, 1);
    const auto ofSame = [&](std::int64_t count) {
        return distanceOf(drawnSamples(count, zeros, ones, 1), drawnSamples(count, zeros, ones, 2));
    };
    EXPECT_FALSE(ofSame(20).haveFullRank);
    EXPECT_TRUE(ofSame(21).haveFullRank);
    EXPECT_GT(ofSame(20).squared, 2 * ofSame(100).squared);
    EXPECT_GT(ofSame(100).squared, 5 * ofSame(1000).squared);
    EXPECT_GT(ofSame(1000).squared, 0);
}

TEST(FrechetDistanceTest, RefusesWhatHasNoMoments) {
    EXPECT_EQ(featureMoments(HostArray()).error().sentence, "The features of the samples are missing.");
    EXPECT_EQ(featureMoments(HostArray({0, 3})).error().sentence, "The features of the samples are missing.");
    EXPECT_EQ(featureMoments(HostArray({1, 3})).error().sentence,
              "The features of the samples are too few: 1, but it takes at least 2.");
    HostArray bad({3, 2});
    bad.values[5] = std::numeric_limits<float>::infinity();
    EXPECT_EQ(featureMoments(bad).error().sentence,
              "The features of the samples hold a number that is not finite (NaN or infinite).");
    const auto wide = featureMoments(HostArray({2, kMostFeatures + 1}));
    ASSERT_FALSE(wide);
    EXPECT_EQ(wide.error().kind, ProblemKind::Memory);
    EXPECT_FALSE(frechetDistance(featureMoments(HostArray({3, 2})).value(),
                                 featureMoments(HostArray({3, 4})).value()));
    EXPECT_THROW((void)frechetDistance({}, {}), std::logic_error);
}

/// The largest floats have squares that double holds.
TEST(FrechetDistanceTest, HoldsTheLargestNumbers) {
    const float most = std::numeric_limits<float>::max();
    const FrechetDistance found = distanceOf({{4, 2}, {most, -most, -most, most, most, most, -most, -most}},
                                             drawnSamples(10, {0, 0}, {1, 1}, 1));
    EXPECT_TRUE(std::isfinite(found.squared));
    EXPECT_GT(found.squared, 1e76);
}

} // namespace
} // namespace protomind
