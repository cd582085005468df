// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"
#include "engine/train/training_loop.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// A run of a tiny network that writes down what it is told; each look at the clock takes tick seconds.
class TrainingLoopTest : public testing::Test {
protected:
    void begin(std::int64_t epochs, double tick, double l2 = 0) {
        TrainingSettings settings;
        settings.batchSize = 10;
        settings.epochs = epochs;
        settings.validation = 0;
        settings.l2 = l2;
        ManualClock time;
        time.tick = tick;
        m_trainer = prepared(chain({1}, {{"dense", {{"units", std::int64_t{1}}}}}),
                             sourceOf(straightLine(40)), settings, *m_device, time.clock());
        TrainingListener listener;
        listener.progressed = [this](const ProgressFigures& figures) { m_progress.push_back(figures); };
        listener.epochDone = [this](const EpochFigures& figures) { m_epochs.push_back(figures); };
        m_loop = std::make_unique<TrainingLoop>(*m_trainer, std::move(listener), time.clock());
        m_time = time.now;
    }
    static bool never() { return false; }
    static double penaltyOf(const EpochFigures& epoch) {
        return figureIn(epoch.figures.others, kPenaltyFigure);
    }

    std::unique_ptr<Device> m_device = testDevice();
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<TrainingLoop> m_loop;
    std::shared_ptr<double> m_time;
    std::vector<ProgressFigures> m_progress;
    std::vector<EpochFigures> m_epochs;
};

TEST_F(TrainingLoopTest, TrainsToTheGoalAndNoFurther) {
    begin(5, 0.001);
    EXPECT_EQ(m_loop->run(7, never).value(), true);
    EXPECT_EQ(m_trainer->stepsDone(), 7);
    EXPECT_EQ(m_loop->run(7, never).value(), true);
    EXPECT_EQ(m_trainer->stepsDone(), 7);
}

TEST_F(TrainingLoopTest, AnInterruptionTakesEffectAfterTheStepUnderWay) {
    begin(5, 0.001);
    EXPECT_EQ(m_loop->run(20, [] { return true; }).value(), false);
    EXPECT_EQ(m_trainer->stepsDone(), 1);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(m_loop->run(20, never, stop.get_token()).value(), false);
    EXPECT_EQ(m_trainer->stepsDone(), 2);
}

TEST_F(TrainingLoopTest, EveryEpochIsToldWithItsFigures) {
    begin(5, 1e-9);
    ASSERT_TRUE(m_loop->run(20, never));
    m_loop->flush();
    ASSERT_EQ(m_epochs.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(m_epochs[i].epoch, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(m_epochs[i].figures, m_trainer->history()[i]);
        EXPECT_GT(m_epochs[i].seconds, 0);
        EXPECT_GT(m_epochs[i].stepsPerSecond, 0);
    }
}

TEST_F(TrainingLoopTest, ThePenaltyIsToldBesideTheLoss) {
    begin(2, 0.1, 0.5);
    ASSERT_TRUE(m_loop->run(8, never));
    m_loop->flush();
    ASSERT_EQ(m_epochs.size(), 2u);
    double sum = 0;
    for (const ProgressFigures& figures : m_progress)
        sum += figures.penalty;
    ASSERT_EQ(m_progress.size(), 8u);
    EXPECT_GT(penaltyOf(m_epochs[0]), 0);
    EXPECT_NEAR(penaltyOf(m_epochs[0]) + penaltyOf(m_epochs[1]), sum / 4, 1e-6);

    m_progress.clear();
    m_epochs.clear();
    begin(2, 0.1);
    ASSERT_TRUE(m_loop->run(8, never));
    m_loop->flush();
    EXPECT_EQ(penaltyOf(m_epochs.at(0)), -1);
    EXPECT_EQ(m_progress.at(0).penalty, -1);
}

TEST_F(TrainingLoopTest, ProgressComesAtMostSixtyTimesASecond) {
    begin(1000, 0.0005);
    const double started = *m_time;
    ASSERT_TRUE(m_loop->run(2000, never));
    const double seconds = *m_time - started;
    EXPECT_GT(seconds, 1);
    EXPECT_LE(static_cast<double>(m_progress.size()), seconds * 60);
    EXPECT_GE(static_cast<double>(m_progress.size()), seconds * 30);
}

TEST_F(TrainingLoopTest, BeyondAThousandEpochsTheyComeAtMostSixtyTimesASecond) {
    begin(3000, 0.0002);
    ASSERT_TRUE(m_loop->run(4 * 1000, never));
    EXPECT_EQ(m_epochs.size(), 1000u);
    const double started = *m_time;
    ASSERT_TRUE(m_loop->run(4 * 3000, never));
    m_loop->flush();
    EXPECT_LE(static_cast<double>(m_epochs.size() - 1000), (*m_time - started) * 60 + 1);
    EXPECT_EQ(m_epochs.back().epoch, 3000);
    EXPECT_EQ(m_trainer->history().size(), 3000u);
}

TEST_F(TrainingLoopTest, ProgressIsTheMeanSinceTheLastTime) {
    begin(5, 0);
    std::vector<double> losses;
    {
        const auto twin = prepared(
            chain({1}, {{"dense", {{"units", std::int64_t{1}}}}}), sourceOf(straightLine(40)),
            [] {
                TrainingSettings settings;
                settings.batchSize = 10;
                settings.epochs = 5;
                settings.validation = 0;
                return settings;
            }(),
            *m_device);
        losses = trainTo(*twin, 3);
    }
    ASSERT_TRUE(m_loop->run(3, never));
    EXPECT_TRUE(m_progress.empty());
    m_loop->flush();
    ASSERT_EQ(m_progress.size(), 1u);
    EXPECT_NEAR(m_progress[0].loss, (losses[0] + losses[1] + losses[2]) / 3, 1e-12);
    EXPECT_EQ(m_progress[0].step, 3);
    EXPECT_DOUBLE_EQ(m_progress[0].epoch, 0.75);
    EXPECT_EQ(m_progress[0].accuracy, -1);
    m_loop->flush();
    EXPECT_EQ(m_progress.size(), 1u);
}

} // namespace
} // namespace protomind
