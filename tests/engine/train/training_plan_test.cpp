// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"
#include "engine/train/training_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

constexpr std::int64_t kPerEpoch = 4;

TrainingSettings planned(std::int64_t epochs, const std::string& schedule = "constant", Settings own = {}) {
    TrainingSettings settings;
    settings.epochs = epochs;
    settings.schedule = schedule;
    settings.scheduleSettings = std::move(own);
    settings.learningRate = 0.1;
    return settings;
}

TEST(TrainingPlan, TrainGoesOnUntilTheEpochsAreDoneAndThenForAsManyAgain) {
    const TrainingSettings five = planned(5);
    EXPECT_EQ(trainingGoal(five, {0, kPerEpoch}), 20);
    EXPECT_EQ(trainingGoal(five, {13, kPerEpoch}), 20);
    EXPECT_EQ(trainingGoal(five, {20, kPerEpoch}), 40);
    EXPECT_EQ(trainingGoal(five, {40, kPerEpoch}), 60);
    EXPECT_EQ(trainingGoal(planned(2), {20, kPerEpoch}), 28) << "two more, though five were done before";
    EXPECT_EQ(trainingGoal(planned(2), {21, kPerEpoch}), 28) << "whole epochs";
}

TEST(TrainingPlan, ACosineHasNothingLeftAtItsEndUnlessItBeginsAgain) {
    const TrainingSettings cosine = planned(5, "cosine");
    for (std::int64_t step = 0; step < 20; ++step)
        EXPECT_EQ(scheduleEnd(cosine, {step, kPerEpoch}), ScheduleEnd::NotYet) << step;
    for (std::int64_t step = 20; step < 30; ++step) {
        EXPECT_EQ(scheduleEnd(cosine, {step, kPerEpoch}), ScheduleEnd::Nothing) << step;
        EXPECT_EQ(scheduledRate(cosine, {step, kPerEpoch}), 0) << step;
    }
    EXPECT_EQ(scheduleEndSentence(cosine, {20, kPerEpoch}),
              "The schedule Cosine is over after epoch 5: the learning rate is 0 and stays so.");
    const TrainingSettings again = withScheduleAgain(cosine, {20, kPerEpoch});
    EXPECT_TRUE(checkSettings(again));
    EXPECT_EQ(trainingGoal(again, {20, kPerEpoch}), 40);
    for (std::int64_t step = 0; step < 20; ++step) {
        EXPECT_EQ(scheduledRate(again, {20 + step, kPerEpoch}), scheduledRate(cosine, {step, kPerEpoch}));
        EXPECT_EQ(scheduledRate(again, {step, kPerEpoch}), scheduledRate(cosine, {step, kPerEpoch}))
            << "the first time, and with fresh weights, it is what it was";
    }
    EXPECT_EQ(scheduleEnd(again, {40, kPerEpoch}), ScheduleEnd::Nothing);
}

TEST(TrainingPlan, EveryScheduleEitherHasNoEndOrStaysAsItIsFromItsEndOn) {
    for (const ScheduleType& type : scheduleTypes())
        for (const double warmUp : {0.0, 1.0, 5.0, 5.3, 8.0, 8.1}) {
            if (warmUp > 0 && type.name != "warm_up")
                continue;
            const Settings own =
                warmUp > 0 ? Settings{{"then", std::string("cosine")}, {"warm_up", warmUp}} : Settings{};
            const TrainingSettings settings = planned(5, type.name, own);
            bool ended = false;
            double before = 0;
            for (std::int64_t step = 0; step < 2000; ++step) {
                const double rate = scheduledRate(settings, {step, kPerEpoch});
                const ScheduleEnd end = scheduleEnd(settings, {step, kPerEpoch});
                if (ended) {
                    EXPECT_NE(end, ScheduleEnd::NotYet);
                    EXPECT_NEAR(rate, before, settings.learningRate * kNothingLeft);
                }
                EXPECT_TRUE(end != ScheduleEnd::NotYet || rate > 0) << type.name << step;
                ended = end != ScheduleEnd::NotYet;
                before = rate;
            }
        }
}

TEST(TrainingPlan, AWarmUpIsNotOverWhileTheRateStillRises) {
    const TrainingSettings settings =
        planned(5, "warm_up", {{"then", std::string("cosine")}, {"warm_up", 8.0}});
    for (std::int64_t step = 1; step < 32; ++step) {
        EXPECT_GT(scheduledRate(settings, {step, kPerEpoch}), scheduledRate(settings, {step - 1, kPerEpoch}));
        EXPECT_EQ(scheduleEnd(settings, {step, kPerEpoch}), ScheduleEnd::NotYet) << step;
    }
    EXPECT_EQ(scheduleEnd(settings, {40, kPerEpoch}), ScheduleEnd::Nothing);
}

TEST(TrainingPlan, SaysAfterWhichEpochAScheduleWasOverHoweverLongTrainingWentOn) {
    TrainingSettings cosine = planned(3, "cosine", {{"floor", 0.1}});
    for (const std::int64_t step : {12, 13, 24})
        EXPECT_EQ(scheduleEndSentence(cosine, {step, kPerEpoch}),
                  "The schedule Cosine is over after epoch 3: the learning rate is 0.01 and stays so.");
    cosine = withScheduleAgain(cosine, {24, kPerEpoch});
    EXPECT_THAT(scheduleEndSentence(cosine, {60, kPerEpoch}), testing::HasSubstr("over after epoch 9:"));
    const TrainingSettings steps = planned(3, "step", {{"every", std::int64_t{2}}, {"factor", 0.1}});
    EXPECT_THAT(scheduleEndSentence(steps, {100, kPerEpoch}), testing::HasSubstr("over after epoch 14:"));
}

TEST(TrainingPlan, AScheduleWithoutAnEndStaysAsItIsWhereItShallBeginAgain) {
    const TrainingSettings again = withScheduleAgain(planned(3), {12, kPerEpoch});
    EXPECT_TRUE(checkSettings(again));
    EXPECT_TRUE(again.scheduleSettings.empty());
}

TEST(TrainingPlan, AFloorThatIsLeftStays) {
    const TrainingSettings cosine = planned(5, "cosine", {{"floor", 0.1}});
    EXPECT_EQ(scheduleEnd(cosine, {20, kPerEpoch}), ScheduleEnd::Floor);
    EXPECT_DOUBLE_EQ(scheduledRate(cosine, {25, kPerEpoch}), 0.01);
    EXPECT_EQ(firstStepWithNothing(cosine, {0, kPerEpoch}, 100), 100);
}

TEST(TrainingPlan, FindsTheFirstStepThatHasNothingToLearnBy) {
    const TrainingSettings steps = planned(1000, "step", {{"every", std::int64_t{2}}, {"factor", 0.1}});
    std::int64_t first = 0;
    while (scheduleEnd(steps, {first, kPerEpoch}) == ScheduleEnd::NotYet)
        ++first;
    EXPECT_EQ(firstStepWithNothing(steps, {0, kPerEpoch}, 4000), first);
    EXPECT_EQ(firstStepWithNothing(steps, {first + 3, kPerEpoch}, 4000), first + 3);
    EXPECT_EQ(firstStepWithNothing(steps, {0, kPerEpoch}, first - 1), first - 1);
    EXPECT_EQ(firstStepWithNothing(planned(5, "cosine"), {3, kPerEpoch}, 400), 20);
}

TEST(TrainingPlan, AScheduleBegunAgainMovesTheWeightsAgain) {
    const auto device = testDevice();
    TrainingSettings settings = planned(2, "cosine");
    const auto first = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), settings, *device);
    trainTo(*first, first->plannedSteps());
    EXPECT_EQ(first->learningRate(), 0);
    const Checkpoint end = first->checkpoint();
    const StepsDone done{end.step, end.stepsPerEpoch};
    const auto second =
        prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), withScheduleAgain(settings, done), *device);
    ASSERT_TRUE(second->restore(end));
    EXPECT_EQ(second->learningRate(), 0.1);
    trainTo(*second, end.step + 1);
    EXPECT_NE(second->checkpoint().variables.at("dense/kernel"), end.variables.at("dense/kernel"));
}

} // namespace
} // namespace protomind
