// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/thread_chooser.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Runs for so many seconds in which a run takes as long as the function says for its threads; the share of
/// the time spent with the given number of threads.
template<class Duration>
double shareOf(ThreadChooser& chooser, int threads, double seconds, const Duration& duration) {
    double spent = 0;
    double with = 0;
    while (spent < seconds) {
        const double run = duration(chooser.threads());
        with += chooser.threads() == threads ? run : 0;
        spent += run;
        chooser.took(run);
    }
    return with / spent;
}

TEST(ThreadChooser, UsesAllThreadsOnAQuietMachine) {
    ThreadChooser chooser(2);
    EXPECT_GT(shareOf(chooser, 2, 20, [](int threads) { return 0.006 / threads; }), 0.95);
}

TEST(ThreadChooser, TakesOneWhereMoreAreSlower) {
    ThreadChooser chooser(2);
    EXPECT_GT(shareOf(chooser, 1, 20, [](int threads) { return threads == 1 ? 0.006 : 0.012; }), 0.9);
}

TEST(ThreadChooser, ChangesItsMindWithTheMachine) {
    ThreadChooser chooser(4);
    const auto busy = [](int threads) { return threads > 2 ? 0.02 : 0.006 / threads; };
    const auto quiet = [](int threads) { return 0.006 / threads; };
    EXPECT_GT(shareOf(chooser, 2, 20, busy), 0.85);
    EXPECT_GT(shareOf(chooser, 4, 20, quiet), 0.9);
    EXPECT_GT(shareOf(chooser, 2, 20, busy), 0.8);
}

TEST(ThreadChooser, IsNotMisledByAHiccup) {
    ThreadChooser chooser(2);
    int run = 0;
    EXPECT_GT(shareOf(chooser, 2, 20, [&](int threads) { return ++run % 50 == 0 ? 0.1 : 0.006 / threads; }),
              0.9);
}

/// A busy program beside has every other few milliseconds of the second processor: short runs are quick on
/// two threads until it is its turn, and then wait.
TEST(ThreadChooser, CountsTheWaitingForABusyProgramBeside) {
    ThreadChooser chooser(2);
    double spent = 0;
    double nextTurn = 0.004;
    const auto duration = [&](int threads) {
        double run = threads == 1 ? 50e-6 : 35e-6;
        spent += run;
        if (spent > nextTurn) {
            const double wait = threads == 1 ? 0 : 0.004;
            run += wait;
            spent += wait;
            nextTurn = spent + 0.004;
        }
        return run;
    };
    EXPECT_GT(shareOf(chooser, 1, 20, duration), 0.9);
}

/// Threads that have just begun share a processor at first, until the system has spread them.
TEST(ThreadChooser, IsNotMisledByItsFirstMoments) {
    ThreadChooser chooser(2);
    double spent = 0;
    const auto duration = [&](int threads) {
        const double run = spent < 0.04 ? 0.001 : 0.001 / threads;
        spent += run;
        return run;
    };
    EXPECT_GT(shareOf(chooser, 2, 0.9, duration), 0.9);
}

/// Runs of a second on many processors: trying one thread would take sixteen seconds.
TEST(ThreadChooser, SpendsLittleOnTrialsOfSlowRuns) {
    ThreadChooser chooser(16);
    EXPECT_GT(shareOf(chooser, 16, 400, [](int threads) { return 16.0 / threads; }), 0.85);
}

TEST(ThreadChooser, HasNothingToChooseWithOne) {
    ThreadChooser chooser(1);
    EXPECT_EQ(shareOf(chooser, 1, 5, [](int) { return 0.1; }), 1.0);
}

} // namespace
} // namespace protomind
