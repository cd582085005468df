// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/step_pace.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(StepPace, HoldsNothingBackWithoutALimit) {
    StepPace pace;
    for (int step = 0; step < 10; ++step) {
        EXPECT_EQ(pace.wait(0), 0);
        pace.stepDone(0);
    }
}

TEST(StepPace, TakesAsManyStepsASecondAsAsked) {
    for (const double limit : {0.5, 3.0, 60.0, 1000.0}) {
        StepPace pace;
        pace.setLimit(limit, 100);
        double now = 100;
        int steps = 0;
        while (now < 120) {
            now += pace.wait(now);
            pace.stepDone(now);
            ++steps;
        }
        EXPECT_NEAR(steps, 20 * limit, 0.001 * 20 * limit + 2) << limit;
    }
}

TEST(StepPace, MakesUpForALittleLatenessAndNotForAPause) {
    StepPace pace;
    pace.setLimit(100, 0);
    pace.stepDone(0);
    pace.stepDone(0.015); // due at 0.01
    EXPECT_NEAR(pace.wait(0.015), 0.005, 1e-9);
    pace.stepDone(10);
    int atOnce = 0;
    for (; pace.wait(10) <= 0; ++atOnce)
        pace.stepDone(10);
    EXPECT_LE(atOnce, 3);
}

TEST(StepPace, ANewLimitCountsAtOnce) {
    StepPace pace;
    pace.setLimit(0.01, 0);
    pace.stepDone(0);
    EXPECT_NEAR(pace.wait(1), 99, 1e-9);
    pace.setLimit(1, 1);
    EXPECT_EQ(pace.wait(1), 0);
    pace.stepDone(1);
    EXPECT_NEAR(pace.wait(1), 1, 1e-9);
}

} // namespace
} // namespace protomind
