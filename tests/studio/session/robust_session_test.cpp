// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Adversarial training as a session tells of it.
#include "engine/attack/adversarial_training.h"
#include "studio/session/recorded_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(RobustSession, SaysThatRobustnessWasLostAndWhichStateIsBack) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.optimizer = "sgd";
    experiment.training.validation = 0.4;
    experiment.training.epochs = 1000;
    experiment.training.adversarial.method = kOneStepTraining;
    prepare(session, experiment);
    session.post(TrainRequest{.untilStep = 60});
    session.untilState(RunState::Finished);
    // Goes on from a project in which what the network knew was wiped out, but not what it had stood.
    Checkpoint wiped = *checkpointOf(session);
    EXPECT_GT(wiped.robust.accuracy, 0.8);
    for (auto& [name, value] : wiped.variables)
        std::ranges::fill(value.values, 0.0f);
    prepare(session, experiment, std::make_shared<const Checkpoint>(wiped));
    session.post(SetLearningRateRequest{0});
    session.post(TrainRequest{.untilStep = 2000});
    const auto lost = session.next<DivergedEvent>();
    EXPECT_EQ(lost.reason, DivergenceReason::RobustnessLost);
    EXPECT_EQ(lost.layer, "");
    EXPECT_EQ(lost.restoredStep, wiped.step);
    EXPECT_GT(lost.step, lost.restoredStep);
    EXPECT_THAT(lost.sentence, AllOf(HasSubstr("stood an attack"), Not(HasSubstr("learning rate"))));
    EXPECT_EQ(session.next<StateChanged>().state, RunState::Diverged);
    EXPECT_EQ(checkpointOf(session)->step, lost.restoredStep);
}

TEST(RobustSession, WhatCannotBeHardenedAnswersAllTheSame) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.loss = "mean_squared_error";
    prepare(session, experiment);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto trained = checkpointOf(session);
    experiment.training.adversarial.method = kTradesTraining;
    EXPECT_EQ(prepare(session, experiment, trained).step, trained->step);
    session.post(EvaluateRequest{});
    EXPECT_GT(session.next<Evaluated>().samples, 0);
    session.post(TrainRequest{.untilStep = trained->step + 1});
    EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("TRADES compares probabilities"));
    session.untilState(RunState::Finished);
    // Fresh weights are there to be trained.
    session.post(PrepareRequest{experiment, nullptr});
    EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("TRADES compares probabilities"));
}

} // namespace
} // namespace protomind
