// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"
#include "engine/train/training_data.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(TrainingData, PutsEverySampleEitherAsideOrIntoTraining) {
    const TrainingData data(sourceOf(twoClouds(50), twoClouds(20, 2)), 0.2, 7);
    EXPECT_EQ(data.size(Split::Training), 40);
    EXPECT_EQ(data.size(Split::Validation), 10);
    EXPECT_EQ(data.size(Split::Test), 20);
    EXPECT_EQ(data.size(Split::Unseen), 0);
    EXPECT_EQ(std::ssize(data.keptAside()), 10);
    EXPECT_TRUE(data.asideNote().empty());
    EXPECT_EQ(data.learnedFromOf(Split::Training), 0);
}

TEST(TrainingData, KeepsNothingAsideThatGivenWeightsHaveLearnedFrom) {
    const DataSource source = sourceOf(twoClouds(50));
    TrainingData first(source, 0, 7);
    first.setStepped(true);
    Checkpoint checkpoint;
    checkpoint.learnedFrom = first.learnedFrom().all();
    const TrainingData fresh(source, 0.2, 7);
    const TrainingData next = fresh.withWeightsOf(checkpoint, true);
    EXPECT_EQ(next.size(Split::Validation), 0);
    EXPECT_EQ(next.size(Split::Training), 50);
    EXPECT_FALSE(next.asideNote().empty());
    EXPECT_EQ(next.learnedFromOf(Split::Training), 50);
    EXPECT_EQ(fresh.size(Split::Validation), 10); // as it was
}

} // namespace
} // namespace protomind
