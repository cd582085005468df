// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/generated_classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

TEST(GeneratedClassesTest, CountsWhatIsDecided) {
    const HostArray probabilities({4, 3}, {1, 0, 0, 0.25f, 0.5f, 0.25f, 0, 0.75f, 0.25f, 0.5f, 0, 0.5f});
    const ClassCoverage all = classCoverage(probabilities).value();
    EXPECT_EQ(all.samples, 4);
    EXPECT_EQ(all.undecided, 0);
    EXPECT_THAT(all.counts, ElementsAre(2, 2, 0)) << "of two that are equal the first";
    EXPECT_THAT(all.shares, ElementsAre(0.5, 0.5, 0));
    EXPECT_EQ(all.confidence, (1 + 0.5 + 0.75 + 0.5) / 4);
    EXPECT_NEAR(all.entropyOfShares, std::log(2), 1e-15);
    const double log2 = std::log(2);
    const double ofThird = -0.75 * std::log(0.75) + 0.25 * 2 * log2;
    EXPECT_NEAR(all.entropyOfAnswers, (0 + 1.5 * log2 + ofThird + log2) / 4, 1e-15);

    const ClassCoverage sure = classCoverage(probabilities, 0.75).value();
    EXPECT_EQ(sure.undecided, 2);
    EXPECT_THAT(sure.counts, ElementsAre(1, 1, 0));
    EXPECT_EQ(sure.confidence, all.confidence);
    const ClassCoverage surest = classCoverage(probabilities, 0.8).value();
    EXPECT_THAT(surest.shares, ElementsAre(1, 0, 0));
    EXPECT_EQ(surest.entropyOfShares, 0);
}

TEST(GeneratedClassesTest, EveryClassAlikeHasTheLargestEntropy) {
    HostArray probabilities({20, 10});
    for (std::size_t i = 0; i < 20; ++i)
        probabilities.values[10 * i + i % 10] = 1;
    const ClassCoverage coverage = classCoverage(probabilities).value();
    EXPECT_NEAR(coverage.entropyOfShares, std::log(10), 1e-12);
    EXPECT_EQ(coverage.entropyOfAnswers, 0);
    EXPECT_EQ(coverage.confidence, 1);
    EXPECT_THAT(coverage.shares, testing::Each(DoubleNear(0.1, 1e-15)));
}

TEST(GeneratedClassesTest, NobodyDecided) {
    const ClassCoverage coverage = classCoverage(HostArray({3, 4}, 0.25f), 0.5).value();
    EXPECT_EQ(coverage.undecided, 3);
    EXPECT_THAT(coverage.shares, ElementsAre(0, 0, 0, 0));
    EXPECT_EQ(coverage.entropyOfShares, 0);
    EXPECT_NEAR(coverage.entropyOfAnswers, std::log(4), 1e-12);
}

TEST(GeneratedClassesTest, RefusesWhatAreNoProbabilities) {
    EXPECT_EQ(classCoverage(HostArray()).error().sentence, "The answers to the samples are missing.");
    EXPECT_EQ(classCoverage(HostArray({2, 0})).error().sentence, "The answers to the samples are missing.");
    EXPECT_EQ(classCoverage({{1, 2}, {std::numeric_limits<float>::quiet_NaN(), 1}}).error().sentence,
              "The answers to the samples hold a number that is not finite (NaN or infinite).");
    const char* noProbabilities = "Answer 2 is no probabilities: they are 0 or more, and their sum is 1.";
    EXPECT_EQ(classCoverage({{2, 2}, {0, 1, 2, -1}}).error().sentence, noProbabilities);
    EXPECT_EQ(classCoverage({{2, 2}, {0, 1, 0.5f, 0.4f}}).error().sentence, noProbabilities);
    EXPECT_TRUE(classCoverage({{2, 2}, {0, 1, 0.5f, 0.5002f}})) << "as floats are";
    EXPECT_THROW((void)classCoverage(HostArray({1, 1}, 1.0f), 2), std::logic_error);
}

} // namespace
} // namespace protomind
