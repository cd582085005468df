// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace protomind {
namespace {

TEST(ParallelFor, CoversEveryIndexOnce) {
    threadPool().grow(3);
    for (const std::int64_t count : {0, 1, 2, 3, 7, 64, 1000}) {
        for (const std::int64_t grain : {1, 3, 64, 5000}) {
            std::vector<std::atomic<int>> seen(static_cast<std::size_t>(count));
            parallelFor(
                count, grain,
                [&](std::int64_t first, std::int64_t last) {
                    EXPECT_EQ(first % grain, 0);
                    EXPECT_LT(threadIndex(), 3);
                    for (std::int64_t i = first; i < last; ++i)
                        ++seen[static_cast<std::size_t>(i)];
                },
                3);
            for (const std::atomic<int>& times : seen)
                EXPECT_EQ(times, 1);
        }
    }
}

/// One job after the other, quickly: no part may go to the wrong job.
TEST(ParallelFor, KeepsJobsApart) {
    threadPool().grow(4);
    std::vector<std::int64_t> values(64);
    for (std::int64_t round = 0; round < 20000; ++round) {
        parallelFor(
            64, 1,
            [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t i = first; i < last; ++i)
                    values[static_cast<std::size_t>(i)] += round * i;
            },
            4);
    }
    for (std::int64_t i = 0; i < 64; ++i)
        EXPECT_EQ(values[static_cast<std::size_t>(i)], i * (19999 * 20000 / 2));
}

TEST(ParallelFor, LetsSeveralCallersWork) {
    threadPool().grow(3);
    std::atomic<std::int64_t> sum = 0;
    {
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 4; ++caller)
            callers.emplace_back([&] {
                for (int round = 0; round < 500; ++round)
                    parallelFor(
                        10, 1, [&](std::int64_t first, std::int64_t last) { sum += last - first; }, 3);
            });
    }
    EXPECT_EQ(sum, 4 * 500 * 10);
}

TEST(ParallelFor, ThrowsWhatABodyThrowsWhenAllElseIsDone) {
    threadPool().grow(3);
    for (int round = 0; round < 200; ++round) {
        std::atomic<std::int64_t> done = 0;
        const auto body = [&](std::int64_t first, std::int64_t last) {
            if (first == 0)
                throw std::runtime_error("no");
            done += last - first;
        };
        EXPECT_THROW(parallelFor(90, 10, body, 3), std::runtime_error);
        EXPECT_GE(done, 80);
    }
    std::atomic<std::int64_t> sum = 0;
    parallelFor(
        100, 1, [&](std::int64_t first, std::int64_t last) { sum += last - first; }, 3);
    EXPECT_EQ(sum, 100);
}

TEST(ParallelFor, StaysOnItsThreadInsideOfAnother) {
    threadPool().grow(3);
    std::atomic<std::int64_t> sum = 0;
    parallelFor(
        20, 1,
        [&](std::int64_t, std::int64_t) {
            const std::thread::id here = std::this_thread::get_id();
            parallelFor(
                10, 1,
                [&](std::int64_t first, std::int64_t last) {
                    EXPECT_EQ(std::this_thread::get_id(), here);
                    sum += last - first;
                },
                3);
        },
        3);
    EXPECT_EQ(sum % 10, 0);
    EXPECT_GT(sum, 0);
}

TEST(ParallelFor, UsesNoMoreThreadsThanAllowed) {
    threadPool().grow(4);
    for (const int most : {1, 2, 4})
        parallelFor(
            1000, 1, [most](std::int64_t, std::int64_t) { EXPECT_LT(threadIndex(), most); }, most);
}

/// A job of few threads within the time of one of many, and the other way round.
TEST(ParallelFor, KeepsCallersNumbersOfThreadsApart) {
    threadPool().grow(4);
    std::vector<std::jthread> callers;
    for (const int most : {1, 2, 4})
        callers.emplace_back([most] {
            for (int round = 0; round < 500; ++round)
                parallelFor(
                    64, 1, [most](std::int64_t, std::int64_t) { EXPECT_LT(threadIndex(), most); }, most);
        });
}

TEST(ParallelFor, KeepsSmallWorkOnTheCallingThread) {
    threadPool().grow(3);
    int calls = 0;
    parallelFor(
        100, 100, [&](std::int64_t, std::int64_t) { ++calls; }, 3);
    EXPECT_EQ(calls, 1);
}

} // namespace
} // namespace protomind
