// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/schedule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

/// Ten steps an epoch, twenty epochs, a learning rate of 0.8.
double rate(const char* name, std::int64_t step, const Settings& settings = {}) {
    return findSchedule(name)->learningRate(0.8, {step, 10, 200}, settings);
}

TEST(Schedule, ConstantStays) {
    for (const std::int64_t step : {0, 1, 100, 199, 5000})
        EXPECT_EQ(rate("constant", step), 0.8);
}

TEST(Schedule, StepDropsEveryFewEpochs) {
    const Settings settings{{"every", std::int64_t{5}}, {"factor", 0.1}};
    EXPECT_DOUBLE_EQ(rate("step", 0, settings), 0.8);
    EXPECT_DOUBLE_EQ(rate("step", 49, settings), 0.8);
    EXPECT_DOUBLE_EQ(rate("step", 50, settings), 0.08);
    EXPECT_DOUBLE_EQ(rate("step", 99, settings), 0.08);
    EXPECT_NEAR(rate("step", 100, settings), 0.008, 1e-15);
    EXPECT_NEAR(rate("step", 199, settings), 0.0008, 1e-15);
}

TEST(Schedule, CosineFallsToItsFloor) {
    EXPECT_DOUBLE_EQ(rate("cosine", 0), 0.8);
    EXPECT_NEAR(rate("cosine", 50), 0.8 * (1 + std::sqrt(0.5)) / 2, 1e-12);
    EXPECT_NEAR(rate("cosine", 100), 0.4, 1e-12);
    EXPECT_NEAR(rate("cosine", 200), 0, 1e-12);
    EXPECT_NEAR(rate("cosine", 500), 0, 1e-12);
    EXPECT_NEAR(rate("cosine", 200, {{"floor", 0.25}}), 0.2, 1e-12);
    EXPECT_NEAR(rate("cosine", 100, {{"floor", 0.25}}), 0.5, 1e-12);
    for (std::int64_t step = 1; step <= 200; ++step)
        EXPECT_LT(rate("cosine", step), rate("cosine", step - 1));
}

TEST(Schedule, WarmUpGrowsThenStays) {
    const Settings settings{{"warm_up", 2.0}};
    EXPECT_DOUBLE_EQ(rate("warm_up", 0, settings), 0.04);
    EXPECT_DOUBLE_EQ(rate("warm_up", 9, settings), 0.4);
    EXPECT_DOUBLE_EQ(rate("warm_up", 19, settings), 0.8);
    EXPECT_DOUBLE_EQ(rate("warm_up", 20, settings), 0.8);
    EXPECT_DOUBLE_EQ(rate("warm_up", 1000, settings), 0.8);
}

TEST(Schedule, WarmUpGrowsThenFalls) {
    const Settings settings{{"warm_up", 2.0}, {"then", std::string("cosine")}, {"floor", 0.5}};
    EXPECT_DOUBLE_EQ(rate("warm_up", 19, settings), 0.8);
    EXPECT_DOUBLE_EQ(rate("warm_up", 20, settings), 0.8);
    EXPECT_NEAR(rate("warm_up", 110, settings), 0.6, 1e-12);
    EXPECT_NEAR(rate("warm_up", 200, settings), 0.4, 1e-12);
}

TEST(Schedule, WarmUpOfNothingStartsAtOnce) {
    EXPECT_EQ(rate("warm_up", 0, {{"warm_up", 0.0}}), 0.8);
}

TEST(Schedule, StaysBetweenZeroAndTheRateThatWasSet) {
    for (const ScheduleType& type : scheduleTypes()) {
        for (const std::int64_t total : {1, 7, 200}) {
            for (std::int64_t step = 0; step < 300; ++step) {
                const double now = type.learningRate(0.8, {step, 3, total}, {});
                ASSERT_GE(now, 0) << type.name << " " << step;
                ASSERT_LE(now, 0.8 * (1 + 1e-12)) << type.name << " " << step;
            }
        }
    }
}

TEST(Schedule, SurvivesPositionsWithoutSteps) {
    for (const ScheduleType& type : scheduleTypes())
        EXPECT_TRUE(std::isfinite(type.learningRate(0.8, {0, 0, 0}, {}))) << type.name;
}

} // namespace
} // namespace protomind
