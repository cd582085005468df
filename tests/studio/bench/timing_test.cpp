// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/timing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace protomind {
namespace {

using testing::ElementsAre;

/// Runs of known lengths, on a clock that only they move.
class MadeUpRuns {
public:
    explicit MadeUpRuns(std::vector<double> lengths)
        : m_lengths(std::move(lengths)) {}

    Result<Timing> time(const TimingLimits& limits) {
        return timeRuns(
            [this]() -> Result<void> {
                m_now += m_lengths[static_cast<std::size_t>(m_count++) % m_lengths.size()];
                return {};
            },
            limits, [this] { return m_now; });
    }
    std::int64_t count() const { return m_count; }

private:
    std::vector<double> m_lengths;
    std::int64_t m_count = 0;
    double m_now = 0;
};

TEST(TimingOf, GivesQuartilesAndMeanInAnyOrder) {
    std::vector<double> times(101);
    std::iota(times.begin(), times.end(), 0.0);
    std::ranges::reverse(times);
    const Timing timing = timingOf(times, 3);
    EXPECT_EQ(timing.low, 25);
    EXPECT_EQ(timing.median, 50);
    EXPECT_EQ(timing.high, 75);
    EXPECT_DOUBLE_EQ(timing.mean, 50);
    EXPECT_EQ(timing.runs, 303);
    EXPECT_TRUE(std::ranges::is_sorted(timing.times));
}

TEST(TimingOf, TellsAHiccupByTheMeanAlone) {
    const Timing timing = timingOf({1, 1, 1, 1, 96}, 1);
    EXPECT_EQ(timing.median, 1);
    EXPECT_DOUBLE_EQ(timing.mean, 20);
}

TEST(Thinned, KeepsTheEndsAndTheMiddle) {
    std::vector<double> times(1001);
    std::iota(times.begin(), times.end(), 0.0);
    EXPECT_THAT(thinned(times, 5), ElementsAre(0, 250, 500, 750, 1000));
    EXPECT_THAT(thinned({1, 2, 3}, 3), ElementsAre(1, 2, 3));
    EXPECT_THAT(thinned({1, 2, 3}, 101), ElementsAre(1, 2, 3));
}

TEST(TimeRuns, GoesOnForTheRunsAndTheSecondsAskedFor) {
    MadeUpRuns few({0.125});
    const Result<Timing> byRuns = few.time({.leastRuns = 16, .leastSeconds = 1, .mostSeconds = 100});
    ASSERT_TRUE(byRuns);
    EXPECT_EQ(byRuns->runs, 16);
    EXPECT_EQ(byRuns->median, 0.125);
    EXPECT_GT(few.count(), 16) << "no run warmed up";

    MadeUpRuns quick({0.125});
    const Result<Timing> bySeconds = quick.time({.leastRuns = 2, .leastSeconds = 4, .mostSeconds = 100});
    ASSERT_TRUE(bySeconds);
    EXPECT_EQ(bySeconds->runs, 32);
}

TEST(TimeRuns, EndsSlowWorkEarlyButNotBeforeItRan) {
    MadeUpRuns slow({2.0});
    const Result<Timing> some = slow.time({.leastRuns = 200, .leastSeconds = 1, .mostSeconds = 10});
    ASSERT_TRUE(some);
    EXPECT_EQ(some->runs, 5);
    MadeUpRuns slower({200.0});
    const Result<Timing> one = slower.time({.leastRuns = 200, .leastSeconds = 1, .mostSeconds = 10});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->runs, 1);
}

TEST(TimeRuns, PutsRunsTogetherThatAreTooShortForTheClock) {
    MadeUpRuns tiny({0x1p-20});
    const Result<Timing> timing = tiny.time({.leastRuns = 200, .leastSeconds = 0, .mostSeconds = 1});
    ASSERT_TRUE(timing);
    EXPECT_DOUBLE_EQ(timing->median, 0x1p-20);
    EXPECT_GE(timing->runs, 200);
    EXPECT_LT(timing->times.size(), static_cast<std::size_t>(timing->runs));
}

TEST(TimeRuns, StaysWithinItsLimitsWhereTheClockStandsStill) {
    int runs = 0;
    const Result<Timing> timing = timeRuns(
        [&]() -> Result<void> {
            ++runs;
            return {};
        },
        {.leastRuns = 1, .leastSeconds = 0, .mostSeconds = 1}, [] { return 0.0; });
    ASSERT_TRUE(timing);
    EXPECT_EQ(timing->median, 0);
    EXPECT_LE(runs, 2000);
}

TEST(TimeRuns, FailsAsTheRunDoes) {
    int left = 20;
    const Result<Timing> timing = timeRuns(
        [&]() -> Result<void> {
            if (--left == 0)
                return fail(ProblemKind::Device, "The device is gone.");
            return {};
        },
        {.leastRuns = 100, .leastSeconds = 0, .mostSeconds = 1},
        [now = 0.0]() mutable { return now += 0.001; });
    ASSERT_FALSE(timing);
    EXPECT_EQ(timing.error().sentence, "The device is gone.");
    EXPECT_EQ(left, 0);
}

} // namespace
} // namespace protomind
