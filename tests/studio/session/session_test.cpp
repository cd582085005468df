// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/recorded_session.h"
#include "studio/session/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <future>
#include <mutex>
#include <thread>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Session, StopsAfterWhatIsUnderWayAndNobodyHasToWait) {
    std::promise<void> reached;
    std::promise<void> goOn;
    std::once_flag once;
    Session session([&](const EventEnvelope&) {
        std::call_once(once, [&] {
            reached.set_value();
            goOn.get_future().wait();
        });
    });
    session.post({RequestId{1}, PrepareRequest{smallExperiment(), nullptr}});
    reached.get_future().wait();
    session.requestStop();
    EXPECT_FALSE(session.hasStopped());
    goOn.set_value();
    while (!session.hasStopped())
        std::this_thread::yield();
}

TEST(Session, TellsWhatWasPrepared) {
    RecordedSession session(noTime());
    session.post(PrepareRequest{smallExperiment(), nullptr});
    const auto prepared = session.next<Prepared>();
    EXPECT_EQ(prepared.parameters, 2 * 4 + 4 + 4 * 2 + 2);
    EXPECT_GT(prepared.trainingSamples, 0);
    EXPECT_GT(prepared.validationSamples, 0);
    EXPECT_EQ(prepared.stepsPerEpoch, (prepared.trainingSamples + 31) / 32);
    EXPECT_EQ(prepared.batchSize, 32);
    EXPECT_EQ(prepared.step, 0);
    EXPECT_EQ(prepared.device, "cpu");
    EXPECT_FALSE(prepared.deviceName.empty());
    EXPECT_GT(prepared.threads, 0);
    EXPECT_TRUE(prepared.notes.empty());
    EXPECT_EQ(session.next<StateChanged>().state, RunState::Ready);
}

TEST(Session, TrainsThroughEveryEpoch) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    EXPECT_THAT(session.names(),
                ElementsAre("Prepared", "StateChanged Ready", "StateChanged Training", "EpochDone",
                            "EpochDone", "EpochDone", "Progress", "StateChanged Finished"));
    // There is nothing left to do up to there.
    session.post(TrainRequest{.untilStep = checkpointOf(session)->step});
    EXPECT_EQ(session.next<StateChanged>().state, RunState::Finished);
}

TEST(Session, TrainsToAGivenStep) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{.untilStep = 5});
    session.untilState(RunState::Finished);
    EXPECT_EQ(checkpointOf(session)->step, 5);
}

TEST(Session, SaysWhatMayKeepItFromLearning) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    EXPECT_TRUE(prepare(session, experiment).warnings.empty());
    experiment.training.learningRate = 0;
    const Prepared prepared = prepare(session, experiment);
    ASSERT_EQ(prepared.warnings.size(), 1u);
    EXPECT_EQ(prepared.warnings[0].kind, NetworkProblemKind::LearningRate);
}

TEST(Session, AnswersInTheOrderOfTheRequests) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    const RequestId question = session.post(PredictRequest{HostArray(Shape{3, 2})});
    const RequestId evaluation = session.post(EvaluateRequest{});
    const RequestId copy = session.post(CheckpointRequest{});
    const RequestId another = session.post(PredictRequest{HostArray(Shape{1, 2})});
    const RequestId pause = session.post(PauseRequest{});
    const auto first = session.next<Predicted>();
    EXPECT_EQ(session.answered(), question);
    EXPECT_EQ(first.outputs.shape, Shape({3, 2}));
    EXPECT_NEAR(first.outputs.values[0] + first.outputs.values[1], 1, 1e-5);
    EXPECT_GT(session.next<Evaluated>().samples, 0);
    EXPECT_EQ(session.answered(), evaluation);
    session.next<CheckpointTaken>();
    EXPECT_EQ(session.answered(), copy);
    session.next<Predicted>();
    EXPECT_EQ(session.answered(), another);
    EXPECT_EQ(session.next<StateChanged>().state, RunState::Ready);
    EXPECT_EQ(session.answered(), pause);
    EXPECT_EQ(session.names().size(), 7u);
}

TEST(Session, AnswersWhileItTrains) {
    RecordedSession session;
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1000000;
    prepare(session, experiment);
    session.post(TrainRequest{});
    session.next<Progress>();
    const RequestId question = session.post(PredictRequest{HostArray(Shape{2, 2})});
    session.next<Predicted>();
    EXPECT_EQ(session.answered(), question);
    session.post(CheckpointRequest{});
    const std::int64_t before = session.next<CheckpointTaken>().checkpoint->step;
    session.post(PauseRequest{});
    session.untilState(RunState::Paused);
    const auto paused = checkpointOf(session);
    EXPECT_GE(paused->step, before);
    // Paused is paused: no step is taken any more.
    session.post(PredictRequest{HostArray(Shape{2, 2})});
    session.next<Predicted>();
    EXPECT_EQ(*checkpointOf(session), *paused);
}

TEST(Session, PicturesComeByThemselvesOnceAskedFor) {
    RecordedSession session;
    session.post(WatchRequest{}); // before there is anything to see
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1000000;
    session.post(PrepareRequest{experiment, nullptr});
    const auto first = session.next<Watched>().pictures;
    EXPECT_EQ(first->step, 0);
    EXPECT_EQ(first->layers.size(), 3u);
    session.post(TrainRequest{});
    std::int64_t last = 0;
    for (int i = 0; i < 3; ++i) {
        const std::int64_t step = session.next<Watched>().pictures->step;
        EXPECT_GT(step, last);
        last = step;
    }
    session.post(PauseRequest{});
    session.untilState(RunState::Paused);
    const std::int64_t shown = session.next<Watched>().pictures->step;
    EXPECT_EQ(shown, checkpointOf(session)->step);
}

TEST(Session, AWeightIsSetByHandAtOnce) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(WatchRequest{});
    session.next<Watched>();
    session.post(SetWeightRequest{"Hidden/kernel", 3, 0.75});
    const auto pictures = session.next<Watched>().pictures;
    EXPECT_EQ(pictures->weights[0].values.values[3], 0.75f);
    EXPECT_EQ(checkpointOf(session)->variables.at("Hidden/kernel").values[3], 0.75f);
    session.post(SetWeightRequest{"Hidden/kernel", 1000, 0.75});
    EXPECT_EQ(session.next<Failed>().problem.kind, ProblemKind::Request);
}

TEST(Session, LookingDoesNotChangeTheRun) {
    const auto run = [](bool watched) {
        RecordedSession session;
        if (watched)
            session.post(WatchRequest{});
        prepare(session, smallExperiment());
        session.post(TrainRequest{});
        session.untilState(RunState::Finished);
        return *checkpointOf(session);
    };
    EXPECT_EQ(run(true), run(false));
}

TEST(Session, StepsByBatchAndByEpoch) {
    RecordedSession session(noTime());
    const std::int64_t epoch = prepare(session, smallExperiment()).stepsPerEpoch;
    session.post(StepRequest{StepUnit::Batch});
    session.untilState(RunState::Paused);
    EXPECT_EQ(checkpointOf(session)->step, 1);
    session.post(StepRequest{StepUnit::Epoch});
    EXPECT_EQ(session.next<EpochDone>().epoch, 1);
    session.untilState(RunState::Paused);
    EXPECT_EQ(checkpointOf(session)->step, epoch);
    session.post(StepRequest{StepUnit::Batch});
    EXPECT_EQ(session.next<Progress>().step, epoch + 1);
}

TEST(Session, AChangedLearningRateTakesEffectAtOnce) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(SetLearningRateRequest{0});
    const auto before = checkpointOf(session);
    session.post(StepRequest{});
    session.untilState(RunState::Paused);
    const auto after = checkpointOf(session);
    EXPECT_EQ(after->variables.at("Hidden/kernel"), before->variables.at("Hidden/kernel"));
    EXPECT_EQ(after->learningRate, 0);
    session.post(SetLearningRateRequest{-1});
    EXPECT_EQ(session.next<Failed>().problem.kind, ProblemKind::Request);
    session.post(SetLearningRateRequest{std::nan("")});
    EXPECT_EQ(session.next<Failed>().problem.kind, ProblemKind::Request);
}

TEST(Session, EvaluatesTheSplitThatIsAskedFor) {
    RecordedSession session(noTime());
    const Prepared prepared = prepare(session, smallExperiment());
    session.post(EvaluateRequest{.test = false});
    const auto validation = session.next<Evaluated>();
    EXPECT_EQ(validation.split, Split::Validation);
    EXPECT_EQ(validation.samples, prepared.validationSamples);
    ASSERT_EQ(validation.confusion.size(), 2u);
    session.post(EvaluateRequest{.test = true});
    const auto test = session.next<Evaluated>();
    EXPECT_EQ(test.samples, prepared.testSamples > 0 ? prepared.testSamples : prepared.validationSamples);
}

/// The larger share can't be kept aside, so an epoch has as many steps as before.
TEST(Session, IsNotFinishedWhereALargerShareWouldHaveFewerSteps) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto trained = checkpointOf(session);
    Experiment more = smallExperiment();
    more.training.validation = 0.9;
    more.training.epochs = 4;
    EXPECT_EQ(prepare(session, more, trained).step, trained->step);
    EXPECT_EQ(session.names().back(), "StateChanged Paused");
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    EXPECT_EQ(checkpointOf(session)->history.size(), 4u);
}

TEST(Session, EvaluatesNewDataWholeUntilItWasLearnedFrom) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto trained = checkpointOf(session);
    Experiment other = smallExperiment();
    other.data = "points?data=-0.5,0,0;0.5,0,1;0.3,0.4,1;-0.4,0.4,0";
    other.training.validation = 0.25;
    const Prepared prepared = prepare(session, other, trained);
    EXPECT_EQ(prepared.keptAside.size(), 1u);
    EXPECT_EQ(prepared.asideNote, "");
    session.post(EvaluateRequest{});
    const auto whole = session.next<Evaluated>();
    EXPECT_EQ(whole.split, Split::Unseen);
    EXPECT_EQ(whole.samples, 4);
    session.post(EvaluateRequest{.test = false});
    EXPECT_EQ(session.next<Evaluated>().samples, 1);
    session.post(StepRequest{StepUnit::Sample});
    session.untilState(RunState::Finished);
    session.post(EvaluateRequest{});
    EXPECT_EQ(session.next<Evaluated>().split, Split::Validation);
}

TEST(Session, ATrainedNetworkAnswersThoughItsLossDoesNotFitTheData) {
    Network drawn;
    drawn.add(Layer{.id = LayerId{1},
                    .type = "input",
                    .name = "x",
                    .settings = {{"shape", std::vector<std::int64_t>{1}}},
                    .position = {}});
    drawn.add(Layer{.id = LayerId{2},
                    .type = "dense",
                    .name = "y",
                    .settings = {{"units", std::int64_t{1}}},
                    .position = {}});
    drawn.add(Wire{.id = WireId{1}, .from = LayerId{1}, .to = LayerId{2}});
    Experiment experiment = smallExperiment();
    experiment.network = drawn;
    experiment.data = "line";
    experiment.training.validation = 0.2;
    RecordedSession session(noTime());
    prepare(session, experiment);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const auto trained = checkpointOf(session);

    experiment.training.loss = "binary_cross_entropy";
    EXPECT_EQ(prepare(session, experiment, trained).step, trained->step);
    session.post(PredictRequest{.samples = HostArray(Shape{1, 1}, 0.5f)});
    EXPECT_EQ(session.next<Predicted>().outputs.values.size(), 1u);
    session.post(EvaluateRequest{});
    EXPECT_GT(session.next<Evaluated>().samples, 0);
    for (const Request& request : {Request(TrainRequest{.untilStep = trained->step + 1}),
                                   Request(StepRequest{StepUnit::Sample}), Request(StepRequest{})}) {
        session.post(request);
        EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("made smaller without end"));
        session.untilState(RunState::Finished);
    }
    EXPECT_EQ(checkpointOf(session)->step, trained->step);
    // Fresh weights are there to be trained.
    session.post(PrepareRequest{experiment, nullptr});
    EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("made smaller without end"));
}

TEST(Session, SaysThatTrainingDivergedAndWhere) {
    RecordedSession session(noTime());
    Experiment experiment = smallExperiment();
    experiment.training.optimizer = "sgd";
    experiment.training.learningRate = 1e9;
    experiment.training.l2 = 1000; // so that each step multiplies the weights
    prepare(session, experiment);
    const auto fresh = checkpointOf(session);
    session.post(TrainRequest{});
    const auto diverged = session.next<DivergedEvent>();
    EXPECT_NE(experiment.network.layerNamed(diverged.layer), nullptr) << diverged.layer;
    EXPECT_THAT(diverged.sentence, HasSubstr("learning rate"));
    EXPECT_EQ(diverged.reason, DivergenceReason::NotFinite);
    EXPECT_EQ(diverged.restoredStep, 0);
    EXPECT_EQ(session.next<StateChanged>().state, RunState::Diverged);
    EXPECT_EQ(checkpointOf(session)->variables, fresh->variables);
    // And on it goes, with more care.
    session.post(SetLearningRateRequest{1e-4});
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
}

TEST(Session, NothingPreparedIsSaidInWords) {
    RecordedSession session(noTime());
    for (const Request& request :
         {Request(TrainRequest{}), Request(StepRequest{}), Request(SetLearningRateRequest{1}),
          Request(EvaluateRequest{}), Request(PredictRequest{}), Request(CheckpointRequest{})}) {
        session.post(request);
        const Problem problem = session.next<Failed>().problem;
        EXPECT_EQ(problem.kind, ProblemKind::Request);
        EXPECT_THAT(problem.text(), HasSubstr("repare"));
    }
    session.post(PauseRequest{});
    EXPECT_EQ(session.next<StateChanged>().state, RunState::Idle);
}

TEST(Session, ACopyOfTheWeightsThatFailsIsAnsweredAndTheRunGoesOn) {
    std::promise<RequestId> failed;
    std::promise<void> finished;
    Session session(
        [&](const EventEnvelope& envelope) {
            const Event& event = envelope.event;
            if (std::holds_alternative<CheckpointTaken>(event))
                throw std::runtime_error("the graphics card is busy");
            if (std::holds_alternative<Failed>(event))
                failed.set_value(envelope.answers);
            const auto* changed = std::get_if<StateChanged>(&event);
            if (changed != nullptr && changed->state == RunState::Finished)
                finished.set_value();
        },
        noTime());
    session.post({RequestId{1}, PrepareRequest{.experiment = smallExperiment(), .from = nullptr}});
    session.post({RequestId{7}, CheckpointRequest{}});
    EXPECT_EQ(failed.get_future().get(), RequestId{7});
    session.post({RequestId{8}, TrainRequest{}});
    EXPECT_EQ(finished.get_future().wait_for(std::chrono::minutes(2)), std::future_status::ready);
}

TEST(Session, AnExperimentThatCannotRunLeavesNothingPrepared) {
    const auto problemOf = [](auto change) {
        RecordedSession session(noTime());
        prepare(session, smallExperiment());
        Experiment experiment = smallExperiment();
        change(experiment);
        session.post(PrepareRequest{experiment, nullptr});
        const Problem problem = session.next<Failed>().problem;
        EXPECT_EQ(session.next<StateChanged>().state, RunState::Idle);
        session.post(TrainRequest{});
        session.next<Failed>();
        EXPECT_FALSE(problem.sentence.empty());
        return problem.kind;
    };
    EXPECT_EQ(problemOf([](Experiment& e) { e.device = "opencl:99"; }), ProblemKind::Device);
    EXPECT_EQ(problemOf([](Experiment& e) { e.device = "abacus"; }), ProblemKind::Device);
    EXPECT_EQ(problemOf([](Experiment& e) { e.network = Network(); }), ProblemKind::Request);
    EXPECT_EQ(problemOf([](Experiment& e) { e.training.optimizer = "luck"; }), ProblemKind::Request);
    problemOf([](Experiment& e) { e.data = "no such data"; });
    problemOf([](Experiment& e) { e.data = "idx:/no/such/folder"; });
    problemOf([](Experiment& e) { e.data = ""; });
    problemOf(
        [](Experiment& e) { e.network.layer(LayerId{1})->settings["shape"] = std::vector<std::int64_t>{3}; });
}

TEST(Session, PredictionsOfTheWrongShapeAreRefused) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(PredictRequest{HostArray(Shape{1, 5})});
    EXPECT_THAT(session.next<Failed>().problem.sentence, HasSubstr("5"));
    session.post(PredictRequest{HostArray(Shape{1, 2})});
    EXPECT_EQ(session.next<Predicted>().outputs.shape, Shape({1, 2}));
}

TEST(Session, EndsInTheMiddleOfTraining) {
    RecordedSession session;
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1000000;
    prepare(session, experiment);
    session.post(TrainRequest{});
    session.untilState(RunState::Training);
} // the destructor comes back

TEST(Session, ProgressComesWhileItTrains) {
    RecordedSession session;
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1000000;
    prepare(session, experiment);
    session.post(TrainRequest{});
    const auto first = session.next<Progress>();
    const auto second = session.next<Progress>();
    EXPECT_GT(first.stepsPerSecond, 0);
    EXPECT_GT(second.step, first.step);
    EXPECT_GE(first.accuracy, 0) << "-1 where it is not told";
    EXPECT_LE(first.accuracy, 1);
    EXPECT_EQ(first.learningRate, experiment.training.learningRate);
}

TEST(Session, StepsBySample) {
    RecordedSession session(noTime());
    const Prepared prepared = prepare(session, smallExperiment());
    session.post(StepRequest{StepUnit::Sample});
    EXPECT_NEAR(session.next<Progress>().epoch, 1.0 / static_cast<double>(prepared.trainingSamples), 1e-12);
    session.untilState(RunState::Paused);
    EXPECT_EQ(checkpointOf(session)->step, 0);
    for (std::int64_t sample = 1; sample < prepared.batchSize; ++sample)
        session.post(StepRequest{StepUnit::Sample});
    session.post(CheckpointRequest{});
    EXPECT_EQ(session.next<CheckpointTaken>().checkpoint->step, 1);
}

TEST(Session, GoesAsSlowlyAsAsked) {
    RecordedSession session(noTime());
    session.post(SetSpeedRequest{1e-6});
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Training);
    // Time enough to train a hundred times over, were it not held back.
    for (int question = 0; question < 200; ++question) {
        session.post(PredictRequest{HostArray(Shape{2, 2})});
        session.next<Predicted>();
    }
    EXPECT_LE(checkpointOf(session)->step, 1);
    // The next word counts at once, however long the next step would have had to wait.
    session.post(SetSpeedRequest{0});
    session.untilState(RunState::Finished);
    session.post(SetSpeedRequest{-1});
    EXPECT_EQ(session.next<Failed>().problem.kind, ProblemKind::Request);
    session.post(SetSpeedRequest{std::nan("")});
    EXPECT_EQ(session.next<Failed>().problem.kind, ProblemKind::Request);
}

} // namespace
} // namespace protomind
