// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/weight_memory.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Of 400 bytes.
TrainedWeightsPtr weights() {
    Checkpoint checkpoint;
    checkpoint.variables["a/kernel"] = HostArray(Shape({100}));
    return std::make_shared<TrainedWeights>(TrainedWeights{
        .checkpoint = std::make_shared<const Checkpoint>(std::move(checkpoint)), .trainedAs = nullptr});
}

TEST(WeightMemory, TheOldestAreGivenUpFirst) {
    WeightMemory memory(1000);
    std::vector<TrainedWeightsPtr> all;
    for (int i = 0; i < 4; ++i)
        memory.add(all.emplace_back(weights()));
    memory.trim(nullptr);
    EXPECT_TRUE(all[0]->givenUp);
    EXPECT_TRUE(all[1]->givenUp);
    EXPECT_FALSE(all[0]->checkpoint);
    EXPECT_TRUE(all[2]->checkpoint);
    EXPECT_TRUE(all[3]->checkpoint);
}

TEST(WeightMemory, WhatIsThereAnywayDoesNotCount) {
    WeightMemory memory(300);
    const TrainedWeightsPtr present = weights();
    memory.add(present);
    memory.trim(present);
    EXPECT_TRUE(present->checkpoint);
    memory.trim(nullptr);
    EXPECT_TRUE(present->givenUp) << "Then only the history has it.";
}

TEST(WeightMemory, TheSameWeightsCountOnceAndThoseOnTheirWayNotAtAll) {
    WeightMemory memory(500);
    const TrainedWeightsPtr one = weights();
    const auto other = std::make_shared<TrainedWeights>(*one);
    const auto coming = std::make_shared<TrainedWeights>(
        TrainedWeights{.checkpoint = nullptr, .trainedAs = nullptr, .onTheWay = true});
    for (const TrainedWeightsPtr& each : {one, other, coming})
        memory.add(each);
    memory.add(weights()); // and nobody keeps these
    memory.trim(nullptr);
    EXPECT_TRUE(one->checkpoint);
    EXPECT_TRUE(other->checkpoint);
    EXPECT_FALSE(coming->givenUp);
}

TEST(WeightMemory, TheCurveCountsAsWell) {
    Checkpoint checkpoint;
    checkpoint.history.resize(10);
    EXPECT_EQ(bytesOf(checkpoint), std::int64_t{10 * sizeof(HistoryPoint)});
    EXPECT_EQ(bytesOf(*weights()->checkpoint), 400);
}

} // namespace
} // namespace protomind
