// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/scale_ticks.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

TEST(ScaleTicksTest, LinearStepsAreOneTwoOrFive) {
    EXPECT_DOUBLE_EQ(niceStep(1, 5), 0.2);
    EXPECT_DOUBLE_EQ(niceStep(10, 5), 2);
    EXPECT_DOUBLE_EQ(niceStep(7, 6), 2);
    EXPECT_DOUBLE_EQ(niceStep(300, 6), 50);
    EXPECT_DOUBLE_EQ(niceStep(0.003, 3), 0.001);
    EXPECT_DOUBLE_EQ(niceStep(0, 3), 1);
    for (const double range : {0.013, 0.9, 3.3, 47.0, 999.0, 1e6})
        EXPECT_LE(range / niceStep(range, 6), 6 + 1e-6) << range;
}

TEST(ScaleTicksTest, LogarithmicTicksLieInsideAndAreNeverTooMany) {
    EXPECT_THAT(logarithmicTicks(0.09, 1.1, 7), ElementsAre(DoubleNear(0.1, 1e-9), DoubleNear(0.2, 1e-9),
                                                            DoubleNear(0.5, 1e-9), DoubleNear(1, 1e-9)));
    EXPECT_THAT(logarithmicTicks(0.3, 0.6, 7), ElementsAre(DoubleNear(0.5, 1e-9)));
    for (const double low : {1e-8, 1e-4, 0.02})
        for (const double high : {0.5, 3.0, 1e5}) {
            const auto ticks = logarithmicTicks(low, high, 7);
            EXPECT_FALSE(ticks.empty());
            EXPECT_LE(ticks.size(), 8u);
            for (const double tick : ticks) {
                EXPECT_GE(tick, low * 0.999);
                EXPECT_LE(tick, high * 1.001);
            }
        }
    EXPECT_TRUE(logarithmicTicks(0, 1, 5).empty());
    EXPECT_TRUE(logarithmicTicks(2, 1, 5).empty());
}

} // namespace
} // namespace protomind
