// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/processor.h"

#include <gtest/gtest.h>

#if defined(__linux__)
#include <sched.h>
#endif

namespace protomind {
namespace {

#if defined(__linux__)

class Processor : public testing::Test {
protected:
    void SetUp() override { ASSERT_EQ(sched_getaffinity(0, sizeof(m_allowed), &m_allowed), 0); }
    void TearDown() override { sched_setaffinity(0, sizeof(m_allowed), &m_allowed); }

    cpu_set_t m_allowed{};
};

TEST_F(Processor, IsLeftForAnotherThatIsAllowed) {
    if (CPU_COUNT(&m_allowed) < 2)
        GTEST_SKIP() << "There is one processor only.";
    // The system may move the thread back at any time, but hardly a hundred times.
    int moves = 0;
    for (int i = 0; i < 100; ++i) {
        const int before = presentProcessor();
        leaveProcessor(before);
        moves += presentProcessor() != before;
    }
    EXPECT_GT(moves, 0);
}

TEST_F(Processor, StaysAllowedAfterwards) {
    // What is no processor is left by nobody.
    for (const int left : {presentProcessor(), -1, 1 << 30}) {
        leaveProcessor(left);
        cpu_set_t after;
        ASSERT_EQ(sched_getaffinity(0, sizeof(after), &after), 0);
        EXPECT_TRUE(CPU_EQUAL(&m_allowed, &after)) << left;
    }
}

TEST_F(Processor, IsKeptWhereItIsTheOnlyOne) {
    cpu_set_t only;
    CPU_ZERO(&only);
    const int present = presentProcessor();
    CPU_SET(static_cast<unsigned>(present), &only);
    ASSERT_EQ(sched_setaffinity(0, sizeof(only), &only), 0);
    leaveProcessor(present);
    EXPECT_EQ(presentProcessor(), present);
}

#endif

} // namespace
} // namespace protomind
