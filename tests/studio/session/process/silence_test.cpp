// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/silence.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

using enum DeviceState;

class SilenceTest : public testing::Test {
protected:
    /// Beats come ten times a second, as they are.
    void pass(double seconds, Beat beat, bool comesOn = false) {
        for (int i = 0; i < static_cast<int>(seconds * 10); ++i) {
            m_now += 0.1;
            if (comesOn)
                ++beat.pulses;
            m_silence.hear(beat);
        }
    }
    double m_now = 100;
    Silence m_silence{{.clock = [this] { return m_now; }}};
};

TEST_F(SilenceTest, WhoWaitsOrComesOnIsThere) {
    pass(100, {.working = false});
    EXPECT_EQ(m_silence.state(), Answering);
    pass(100, {.working = true}, true);
    EXPECT_EQ(m_silence.state(), Answering);
}

TEST_F(SilenceTest, WhoWorksAndDoesNotComeOnIsSilentThenLost) {
    pass(4.5, {.working = true, .pulses = 7});
    EXPECT_EQ(m_silence.state(), Answering);
    pass(2, {.working = true, .pulses = 7});
    EXPECT_EQ(m_silence.state(), Silent);
    pass(0.2, {.working = true, .pulses = 8});
    EXPECT_EQ(m_silence.state(), Answering);
    pass(14, {.working = true, .pulses = 8});
    EXPECT_EQ(m_silence.state(), Silent);
    pass(2, {.working = true, .pulses = 8});
    EXPECT_EQ(m_silence.state(), Lost);
}

TEST_F(SilenceTest, NoBeatsAtAllAreSilenceToo) {
    m_now += 6;
    EXPECT_EQ(m_silence.state(), Silent);
    m_now += 10;
    EXPECT_EQ(m_silence.state(), Lost);
}

TEST_F(SilenceTest, ALongCallHasLongerButNotForEver) {
    pass(100, {.working = true, .longCall = true, .pulses = 3});
    EXPECT_EQ(m_silence.state(), Answering);
    pass(100, {.working = true, .longCall = true, .pulses = 3});
    EXPECT_EQ(m_silence.state(), Lost);
}

} // namespace
} // namespace protomind
