// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/data/augmented_set.h"
#include "engine/data/fill.h"
#include "engine/data/whole_set.h"

#include <gtest/gtest.h>

#include <numeric>

namespace protomind {
namespace {

constexpr Augmentation kAll{.shift = 0.1, .turn = 15, .scale = 0.2, .flip = true, .noise = 0.05};

DataSetPtr digits() {
    static const DataSetPtr set = opened("digits?samples=300&test=10").training;
    return set;
}

std::vector<float> samplesOf(const DataSet& set) {
    return WholeSet(set).samples;
}

TEST(AugmentedSet, GivesTheSameForTheSameSeedAndEpochAlone) {
    const std::vector<float> first = samplesOf(AugmentedSet(digits(), kAll, 7, 0));
    EXPECT_EQ(samplesOf(AugmentedSet(digits(), kAll, 7, 0)), first);
    EXPECT_NE(samplesOf(AugmentedSet(digits(), kAll, 7, 1)), first);
    EXPECT_NE(samplesOf(AugmentedSet(digits(), kAll, 8, 0)), first);
    EXPECT_NE(samplesOf(*digits()), first);
}

TEST(AugmentedSet, LeavesTargetsAndAtZeroSamplesAsTheyAre) {
    const WholeSet before(*digits());
    EXPECT_EQ(WholeSet(AugmentedSet(digits(), kAll, 7, 0)).targets, before.targets);
    EXPECT_EQ(samplesOf(AugmentedSet(digits(), {}, 7, 0)), before.samples);
}

TEST(AugmentedSet, GivesTheSameForAnyNumberOfThreadsAndAnyBatch) {
    const AugmentedSet set(digits(), kAll, 7, 3);
    const WholeSet oneByOne(set);
    std::vector<std::uint32_t> indices(300);
    std::iota(indices.begin(), indices.end(), 0u);
    threadPool().grow(4);
    for (const int threads : {1, 4}) {
        std::vector<float> samples(oneByOne.samples.size());
        std::vector<float> targets(300);
        fillBatch(set, indices, samples, targets, threads);
        EXPECT_EQ(samples, oneByOne.samples) << threads;
    }
}

TEST(AugmentedSet, RefusesWhatIsNoPicture) {
    EXPECT_THROW(AugmentedSet(opened("circle").training, kAll, 7, 0), std::logic_error);
}

} // namespace
} // namespace protomind
