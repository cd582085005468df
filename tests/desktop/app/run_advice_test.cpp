// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/run_advice.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

std::vector<HistoryPoint> losses(const std::vector<double>& values) {
    std::vector<HistoryPoint> history;
    for (const double value : values)
        history.push_back({.loss = value});
    return history;
}

TEST(RunAdvice, SaysNothingOfRunsThatLearn) {
    EXPECT_FALSE(leadsAway({}, 2));
    EXPECT_FALSE(leadsAway(losses({0.7, 0.5, 0.9, 0.3}), 2));
    EXPECT_FALSE(leadsAway(losses({2.3, 4.0, 1.0}), 10));
    EXPECT_FALSE(leadsAway(losses({5000, 3000, 3500}), 0)); // values may be large
    EXPECT_FALSE(leadsAway(losses({0.0001, 0.0005}), 0));
    EXPECT_FALSE(leadsAway(losses({216297}), 2));         // one epoch alone gets no worse
    EXPECT_FALSE(leadsAway(losses({9000, 700, 500}), 2)); // far off, and coming closer
}

TEST(RunAdvice, SaysNothingOfTwoPlayers) {
    std::vector<HistoryPoint> history = losses({0.7, 0.5, 80});
    ASSERT_TRUE(leadsAway(history, 10));
    history.back().others = {{"loss/discriminator", 160}, {"loss/generator", 0}};
    EXPECT_FALSE(leadsAway(history, 10));
    EXPECT_FALSE(leadsAway(history, 0));
}

TEST(RunAdvice, NoticesWhatIsFarWorseThanGuessingOrThanBefore) {
    EXPECT_TRUE(leadsAway(losses({216297, 3e6}), 2));
    EXPECT_TRUE(leadsAway(losses({0.7, 0.5, 80}), 10));
    EXPECT_TRUE(leadsAway(losses({1, 2, 1000}), 0));
    EXPECT_FALSE(leadsAway(losses({1000, 1}), 0)); // it has come back
}

} // namespace
} // namespace protomind
