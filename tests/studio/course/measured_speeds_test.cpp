// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/measured_speeds.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

constexpr std::int64_t kEnough = MeasuredSpeeds::kLeastSteps;

TEST(MeasuredSpeedsTest, AreMeansOverTheTimeOfAllSteps) {
    MeasuredSpeeds speeds;
    speeds.begin("cpu", 1, 100);
    speeds.take(100 + kEnough - 1, 10);
    EXPECT_TRUE(speeds.ways().empty()) << "these are too few";
    speeds.take(100 + kEnough, 10);
    ASSERT_EQ(speeds.ways().size(), 1U);
    EXPECT_EQ(speeds.ways()[0].device, "cpu");
    EXPECT_EQ(speeds.ways()[0].threads, 1);
    EXPECT_DOUBLE_EQ(speeds.ways()[0].stepsPerSecond, 10);
    speeds.take(100 + 2 * kEnough, 30); // as many, in a third of the time
    EXPECT_DOUBLE_EQ(speeds.ways()[0].stepsPerSecond, 15);
}

TEST(MeasuredSpeedsTest, EveryWayIsKeptOnce) {
    MeasuredSpeeds speeds;
    const auto measure = [&speeds](const char* device, std::int64_t threads, double speed) {
        speeds.begin(device, threads, 0);
        speeds.take(kEnough, speed);
    };
    measure("cpu", 1, 10);
    measure("cpu", 4, 35);
    measure("opencl:0", 46, 200);
    measure("cpu", 1, 12);
    ASSERT_EQ(speeds.ways().size(), 3U);
    EXPECT_EQ(speeds.ways().back().threads, 1) << "the last that was measured";
    EXPECT_DOUBLE_EQ(speeds.ways().back().stepsPerSecond, 12);
    EXPECT_FALSE(speeds.ways()[1].isProcessor());
    speeds.clear();
    EXPECT_TRUE(speeds.ways().empty());
    speeds.take(2 * kEnough, 10);
    EXPECT_EQ(speeds.ways().size(), 1U) << "what goes on is measured again";
}

TEST(MeasuredSpeedsTest, AMeasurementBeginsAnewAfterAPause) {
    MeasuredSpeeds speeds;
    speeds.begin("cpu", 1, 0);
    speeds.take(kEnough - 1, 10);
    speeds.pause(kEnough - 1);
    speeds.take(kEnough, 10);
    EXPECT_TRUE(speeds.ways().empty());
    speeds.take(3 * kEnough, 40);
    ASSERT_EQ(speeds.ways().size(), 1U);
    EXPECT_NEAR(speeds.ways()[0].stepsPerSecond, 41 / (1 / 10.0 + 40 / 40.0), 1e-9);
}

TEST(MeasuredSpeedsTest, WhatTellsNothingCountsNothing) {
    MeasuredSpeeds speeds;
    speeds.take(kEnough, 10);
    EXPECT_TRUE(speeds.ways().empty()) << "nobody said what computes";
    speeds.begin("cpu", 1, 0);
    speeds.take(0, 10);
    speeds.take(kEnough, 0); // no time was measured
    EXPECT_TRUE(speeds.ways().empty());
    speeds.take(kEnough, 10);
    EXPECT_EQ(speeds.ways().size(), 1U);
    speeds.take(5, 10); // back to an earlier state
    speeds.take(6, 10);
    EXPECT_DOUBLE_EQ(speeds.ways()[0].stepsPerSecond, 10);
}

} // namespace
} // namespace protomind
