// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <gtest/gtest.h>

namespace protomind {

/// Work in slices, to its end; what it says of how much is done never falls.
template<class Work>
void runToEnd(Work& work) {
    Result<bool> done = false;
    double share = 0;
    while (done && !*done) {
        done = work.advance();
        EXPECT_GE(work.share(), share);
        share = work.share();
    }
    EXPECT_TRUE(done) << done.error().text();
    EXPECT_EQ(share, 1);
}

} // namespace protomind
