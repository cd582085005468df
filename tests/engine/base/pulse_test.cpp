// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/pulse.h"

#include <gtest/gtest.h>

#include <optional>

namespace protomind {
namespace {

TEST(Pulse, CountsWhatIsDoneAndTellsLongCallsWhileOneLives) {
    const std::uint64_t before = pulses();
    givePulse();
    EXPECT_EQ(pulses(), before + 1);
    EXPECT_FALSE(longCallUnderWay());
    std::optional<LongCall> outer;
    outer.emplace();
    {
        const LongCall inner;
        EXPECT_TRUE(longCallUnderWay());
    }
    EXPECT_TRUE(longCallUnderWay());
    outer.reset();
    EXPECT_FALSE(longCallUnderWay());
    // The end of one is something that was done.
    EXPECT_EQ(pulses(), before + 3);
}

} // namespace
} // namespace protomind
