// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a run goes on: from a checkpoint, after its epochs, and where its schedule is over.
#include "engine/train/training_plan.h"
#include "studio/session/recorded_session.h"
#include "studio/session/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(Session, AWeightGoesWithItsLayerAlsoWhereThatIsRenamed) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    prepare(session, experiment);
    session.post(StepRequest{StepUnit::Epoch});
    session.untilState(RunState::Paused);
    const auto trained = checkpointOf(session);
    Layer& layer = *experiment.network.layer(experiment.network.layers()[1].id);
    const LayerRenames renamed{{layer.name, "first"}};
    const std::string before = std::exchange(layer.name, "first");

    session.post(PrepareRequest{.experiment = experiment, .from = trained, .renamed = renamed});
    const auto prepared = session.next<Prepared>();
    EXPECT_EQ(prepared.weightsFresh, 0);
    EXPECT_EQ(prepared.step, trained->step);
    EXPECT_THAT(prepared.notes, testing::IsEmpty()) << "The optimiser's memory goes with it.";
    const auto now = checkpointOf(session);
    EXPECT_EQ(now->variables.at("first/kernel"), trained->variables.at(before + "/kernel"));

    // The same without a run, for a file.
    RecordedSession idle(noTime());
    idle.post(RenameLayersRequest{trained, renamed});
    const auto taken = idle.next<CheckpointTaken>();
    EXPECT_EQ(*taken.checkpoint, *now);
}

TEST(Session, SaysWhereTheOptimiserBeginsAnew) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.optimizer = "adam";
    prepare(session, experiment);
    session.post(StepRequest{StepUnit::Epoch});
    session.untilState(RunState::Paused);
    const auto trained = checkpointOf(session);
    experiment.training.optimizer = "momentum";
    const auto prepared = prepare(session, experiment, trained);
    EXPECT_EQ(prepared.weightsFresh, 0);
    EXPECT_THAT(prepared.notes, ElementsAre(HasSubstr("optimiser begins anew")));
}

TEST(Session, WhoAsksForACheckpointHearsThatThereIsNone) {
    RecordedSession session(noTime());
    const RequestId asked = session.post(CheckpointRequest{});
    const Event answer = session.take();
    ASSERT_TRUE(std::holds_alternative<Failed>(answer));
    EXPECT_EQ(session.answered(), asked);
}

TEST(Session, TrainsForAsManyEpochsAgainWhereTheyAreDone) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 2;
    const std::int64_t steps = 2 * prepare(session, experiment).stepsPerEpoch;
    for (const std::int64_t until : {steps, 2 * steps, 3 * steps}) {
        session.post(TrainRequest{});
        session.untilState(RunState::Finished);
        EXPECT_EQ(checkpointOf(session)->step, until);
    }
}

/// What a schedule that is over says, once all events so far are taken.
std::string failureOf(RecordedSession& session, const Request& request) {
    session.post(request);
    try {
        session.next<CheckpointTaken>();
    } catch (const std::runtime_error& failure) {
        return failure.what();
    }
    return {};
}

TEST(Session, NeverTrainsInSilenceWhereTheScheduleHasLeftNothing) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 2;
    experiment.training.schedule = "cosine";
    const std::int64_t steps = 2 * prepare(session, experiment).stepsPerEpoch;
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto end = checkpointOf(session);
    for (const Request& request :
         std::vector<Request>{TrainRequest{}, StepRequest{StepUnit::Sample}, StepRequest{StepUnit::Batch},
                              StepRequest{StepUnit::Epoch}})
        EXPECT_THAT(failureOf(session, request), HasSubstr("The schedule Cosine is over after epoch 2"));
    EXPECT_EQ(*checkpointOf(session), *end);

    experiment.training = withScheduleAgain(experiment.training, {end->step, end->stepsPerEpoch});
    prepare(session, experiment, end);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    EXPECT_EQ(checkpointOf(session)->step, 2 * steps);
}

TEST(Session, StopsWhereTheScheduleHasLeftNothingOnTheWay) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 2;
    experiment.training.schedule = "cosine";
    const std::int64_t steps = 2 * prepare(session, experiment).stepsPerEpoch;
    EXPECT_THAT(failureOf(session, TrainRequest{.untilStep = 10 * steps}),
                HasSubstr("is over after epoch 2"));
    EXPECT_EQ(checkpointOf(session)->step, steps);
}

TEST(Session, ResumesFromACheckpointExactly) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{.untilStep = 7});
    session.untilState(RunState::Finished);
    const auto early = checkpointOf(session);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto whole = checkpointOf(session);

    RecordedSession other(noTime());
    const Prepared prepared = prepare(other, smallExperiment(), early);
    EXPECT_EQ(prepared.step, 7);
    EXPECT_EQ(prepared.weightsTaken, 4);
    EXPECT_EQ(prepared.weightsFresh, 0);
    EXPECT_EQ(other.names().back(), "StateChanged Paused");
    other.post(TrainRequest{});
    other.untilState(RunState::Finished);
    EXPECT_EQ(*checkpointOf(other), *whole);
}

TEST(Session, KeepsTheWeightsThatFitAnEditedNetwork) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto trained = checkpointOf(session);
    Experiment wider = smallExperiment();
    wider.network.layer(LayerId{3})->settings["use_bias"] = false;
    Experiment other = smallExperiment();
    other.network = planarNetwork(5);
    // Without the bias every weight there is fits; with five neurons only the last bias does.
    const Prepared fitting = prepare(session, wider, trained);
    EXPECT_EQ(fitting.weightsTaken, 3);
    EXPECT_EQ(fitting.weightsFresh, 0);
    const Prepared partly = prepare(session, other, trained);
    EXPECT_EQ(partly.weightsTaken, 1);
    EXPECT_EQ(partly.weightsFresh, 3);
    EXPECT_EQ(partly.step, 0);
    EXPECT_EQ(checkpointOf(session)->variables.at("Output/bias"), trained->variables.at("Output/bias"));
}

} // namespace
} // namespace protomind
