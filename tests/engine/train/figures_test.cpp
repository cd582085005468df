// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/history.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(Figures, AreFoundByName) {
    const Figures figures = {{"penalty", 0.25}, {"loss/detective", 0.5}};
    EXPECT_EQ(figureIn(figures, "loss/detective"), 0.5);
    EXPECT_EQ(figureIn(figures, "loss"), -1);
    EXPECT_EQ(ifKnown("penalty", 0), (Figures{{"penalty", 0}}));
    EXPECT_TRUE(ifKnown("penalty", -1).empty());
}

TEST(Figures, OfAPointAreAllThatAreKnown) {
    const HistoryPoint point{.loss = 0.5, .validationLoss = 0.75, .others = {{"loss/detective", 2}}};
    EXPECT_EQ(figuresAt(point), (Figures{{"loss", 0.5}, {"validation loss", 0.75}, {"loss/detective", 2}}));
}

class PenaltyFigure : public testing::Test {
protected:
    std::unique_ptr<Trainer> trainer(double l2) {
        TrainingSettings settings;
        settings.batchSize = 10;
        settings.validation = 0;
        settings.l2 = l2;
        return prepared(chain({1}, {{"dense", {{"units", std::int64_t{1}}}}}), sourceOf(straightLine(40)),
                        settings, *m_device);
    }
    std::unique_ptr<Device> m_device = testDevice();
};

TEST_F(PenaltyFigure, IsTheMeanOverTheStepsOfAnEpoch) {
    const auto run = trainer(0.5);
    double sum = 0;
    for (int step = 0; step < 4; ++step)
        sum += run->step()->penalty;
    ASSERT_EQ(run->history().size(), 1u);
    EXPECT_NEAR(figureIn(run->history()[0].others, kPenaltyFigure), sum / 4, 1e-6);
    EXPECT_GT(sum, 0);
    const auto plain = trainer(0);
    for (int step = 0; step < 4; ++step)
        ASSERT_TRUE(plain->step());
    EXPECT_TRUE(plain->history().at(0).others.empty());
    EXPECT_TRUE(plain->checkpoint().epochFigures.empty());
}

TEST_F(PenaltyFigure, ComesOutTheSameWhereTheEpochIsInterrupted) {
    const auto whole = trainer(0.5);
    const auto before = trainer(0.5);
    for (int step = 0; step < 2; ++step)
        ASSERT_TRUE(before->step());
    const auto after = trainer(0.5);
    ASSERT_TRUE(after->restore(before->checkpoint()));
    for (int step = 0; step < 2; ++step)
        ASSERT_TRUE(after->step());
    for (int step = 0; step < 4; ++step)
        ASSERT_TRUE(whole->step());
    EXPECT_EQ(after->history(), whole->history());
    EXPECT_EQ(after->checkpoint(), whole->checkpoint());
}

} // namespace
} // namespace protomind
