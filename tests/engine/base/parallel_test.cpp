// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace protomind {
namespace {

TEST(ParallelFor, CoversEveryIndexOnce) {
    setThreadCount(3);
    for (const std::int64_t count : {0, 1, 2, 3, 7, 64, 1000}) {
        for (const std::int64_t grain : {1, 3, 64, 5000}) {
            std::vector<std::atomic<int>> seen(static_cast<std::size_t>(count));
            parallelFor(count, grain, [&](std::int64_t first, std::int64_t last) {
                EXPECT_EQ(first % grain, 0);
                for (std::int64_t i = first; i < last; ++i)
                    ++seen[static_cast<std::size_t>(i)];
            });
            for (const std::atomic<int>& times : seen)
                EXPECT_EQ(times, 1);
        }
    }
}

TEST(ParallelFor, KeepsSmallWorkOnTheCallingThread) {
    setThreadCount(3);
    int calls = 0;
    parallelFor(100, 100, [&](std::int64_t, std::int64_t) { ++calls; });
    EXPECT_EQ(calls, 1);
}

} // namespace
} // namespace protomind
