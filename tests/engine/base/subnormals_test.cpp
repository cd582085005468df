// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/subnormals.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// 1e-20 squared, computed when the program runs.
float tinySquare() {
    volatile float tiny = 1e-20f;
    return tiny * tiny;
}

TEST(FlushSubnormals, HoldsWhileItLives) {
#if defined(__SSE2__)
    EXPECT_GT(tinySquare(), 0.0f);
    {
        const FlushSubnormals flush;
        EXPECT_EQ(tinySquare(), 0.0f);
    }
    EXPECT_GT(tinySquare(), 0.0f);
#else
    GTEST_SKIP() << "only x86 processors are told to";
#endif
}

} // namespace
} // namespace protomind
