// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/epoch_plan.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

std::vector<std::uint32_t> visited(EpochPlan& plan, std::int64_t epoch) {
    std::vector<std::uint32_t> samples;
    for (std::int64_t step = epoch * plan.stepsPerEpoch(); step < (epoch + 1) * plan.stepsPerEpoch();
         ++step) {
        const auto batch = plan.batch(step);
        samples.insert(samples.end(), batch.begin(), batch.end());
    }
    return samples;
}

TEST(EpochPlan, EveryEpochVisitsEverySampleOnce) {
    for (const std::int64_t samples : {1, 2, 7, 32, 33, 100}) {
        for (const std::int64_t batch : {1, 3, 32, 500}) {
            EpochPlan plan(samples, batch, 5);
            for (const std::int64_t epoch : {0, 1, 9}) {
                std::vector<std::uint32_t> seen = visited(plan, epoch);
                std::ranges::sort(seen);
                ASSERT_EQ(static_cast<std::int64_t>(seen.size()), samples);
                for (std::size_t i = 0; i < seen.size(); ++i)
                    EXPECT_EQ(seen[i], i);
            }
        }
    }
}

TEST(EpochPlan, EpochsAndSeedsDifferInOrder) {
    EpochPlan plan(50, 10, 5);
    EpochPlan other(50, 10, 6);
    EXPECT_NE(visited(plan, 0), visited(plan, 1));
    EXPECT_NE(visited(plan, 0), visited(other, 0));
}

TEST(EpochPlan, AnyStepCanBeAskedForInAnyOrder) {
    EpochPlan inOrder(50, 8, 5);
    std::vector<std::vector<std::uint32_t>> batches;
    for (std::int64_t step = 0; step < 30; ++step) {
        const auto batch = inOrder.batch(step);
        batches.emplace_back(batch.begin(), batch.end());
    }
    EpochPlan backwards(50, 8, 5);
    for (std::int64_t step = 29; step >= 0; --step)
        EXPECT_TRUE(std::ranges::equal(backwards.batch(step), batches[static_cast<std::size_t>(step)]))
            << step;
}

TEST(EpochPlan, TheLastBatchTakesWhatIsLeft) {
    EpochPlan plan(10, 4, 1);
    EXPECT_EQ(plan.stepsPerEpoch(), 3);
    EXPECT_EQ(plan.batch(2).size(), 2u);
    EXPECT_FALSE(plan.endsEpoch(1));
    EXPECT_TRUE(plan.endsEpoch(2));
    EXPECT_TRUE(plan.endsEpoch(5));
    EXPECT_DOUBLE_EQ(plan.epochsAfter(0), 0);
    EXPECT_DOUBLE_EQ(plan.epochsAfter(1), 0.4);
    EXPECT_DOUBLE_EQ(plan.epochsAfter(3), 1);
    EXPECT_DOUBLE_EQ(plan.epochsAfter(5), 1.8);
}

TEST(EpochPlan, ABatchIsNeverLargerThanTheData) {
    EpochPlan plan(10, 64, 1);
    EXPECT_EQ(plan.batchSize(), 10);
    EXPECT_EQ(plan.stepsPerEpoch(), 1);
    EXPECT_EQ(plan.batch(3).size(), 10u);
}

} // namespace
} // namespace protomind
