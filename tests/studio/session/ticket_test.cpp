// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/answer.h"
#include "studio/session/recorded_session.h"
#include "studio/session/ticket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace protomind {
namespace {

/// Of every kind one that succeeds and one that fails, where it can.
std::vector<Request> allRequests(const CheckpointPtr& checkpoint) {
    Experiment impossible = smallExperiment();
    impossible.device = "abacus";
    return {PrepareRequest{smallExperiment(), nullptr},
            TrainRequest{.untilStep = 2},
            StepRequest{StepUnit::Batch},
            StepRequest{StepUnit::Sample},
            PauseRequest{},
            SetLearningRateRequest{0.01},
            SetLearningRateRequest{-1},
            SetSpeedRequest{0},
            SetSpeedRequest{-1},
            EvaluateRequest{},
            EvaluateRequest{.test = false},
            PredictRequest{HostArray(Shape{1, 2})},
            PredictRequest{HostArray(Shape{1, 9})},
            GenerateRequest{HostArray(Shape{1, 2})},
            CheckpointRequest{},
            RenameLayersRequest{checkpoint, {{"Hidden", "First"}}},
            WatchRequest{},
            SetWeightRequest{"Hidden/kernel", 0, 0.5},
            SetWeightRequest{"Hidden/kernel", 99999, 0.5},
            LensRequest{.lens = "weights"},
            LensRequest{.lens = "no such lens"},
            LensRequest{.lens = "weights"},
            CancelLensRequest{.lens = "weights"},
            LensRequest{.lens = "weights"},
            PrepareRequest{impossible, nullptr},
            TrainRequest{},
            EvaluateRequest{},
            SetWeightRequest{"Hidden/kernel", 0, 0.5},
            PauseRequest{}};
}

TEST(Ticket, EveryRequestIsAnsweredUnderItsOwnNumber) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    const std::vector<Request> requests = allRequests(checkpointOf(session));
    std::map<RequestId, const Request*> open;
    std::set<std::size_t> kinds;
    for (const Request& request : requests) {
        open[session.post(request)] = &request;
        kinds.insert(request.index());
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<Request>);
    while (!open.empty()) { // take() throws where nothing more comes
        const Event event = session.take();
        const auto asked = open.find(session.answered());
        // Done also answers a question that was given up for another one.
        const bool ends = std::holds_alternative<Failed>(event) || std::holds_alternative<Done>(event);
        if (asked != open.end() && (ends || event.index() == answerIndex(*asked->second)))
            open.erase(asked);
    }
}

TEST(Ticket, EveryEventNamesTheRunItBelongsTo) {
    RecordedSession session(noTime());
    EXPECT_EQ((session.post(PauseRequest{}), session.take(), session.run()), RunId{});
    std::vector<RequestId> preparations;
    for (int run = 0; run < 2; ++run) {
        preparations.push_back(session.post(PrepareRequest{smallExperiment(), nullptr}));
        session.post(TrainRequest{.untilStep = 3});
        session.post(PredictRequest{HostArray(Shape{1, 9})});
        session.post(CheckpointRequest{});
    }
    Experiment impossible = smallExperiment();
    impossible.device = "abacus";
    preparations.push_back(session.post(PrepareRequest{impossible, nullptr}));
    const RequestId end = session.post(PauseRequest{});
    for (std::size_t run = 0; session.answered() != end;) {
        session.take();
        if (run + 1 < preparations.size() && session.answered() == preparations[run + 1])
            ++run;
        EXPECT_EQ(session.run(), runOf(preparations[run]))
            << session.names().back() << " of request " << session.answered().value;
    }
}

TEST(Ticket, WhatComesOfATrainingCarriesItsNumberAlsoWhileOtherThingsAreAsked) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    const RequestId training = session.post(TrainRequest{});
    session.post(PredictRequest{HostArray(Shape{1, 2})});
    session.post(EvaluateRequest{});
    int epochs = 0;
    RunState state = RunState::Ready;
    while (state != RunState::Finished) {
        const Event event = session.take();
        const bool figures =
            std::holds_alternative<EpochDone>(event) || std::holds_alternative<Progress>(event);
        EXPECT_TRUE(!figures || session.answered() == training);
        epochs += std::holds_alternative<EpochDone>(event) ? 1 : 0;
        if (const auto* changed = std::get_if<StateChanged>(&event)) {
            state = changed->state;
            EXPECT_EQ(session.answered(), training);
        }
    }
    EXPECT_EQ(epochs, 3);
}

/// Two who ask for the same on the way to it, and one whose run ends before.
TEST(Ticket, AnEvaluationThatTakesLongAnswersAllWhoAskedForIt) {
    double now = 0;
    RecordedSession session([&now] { return now += 1; }); // whatever is done takes long
    Experiment experiment = smallExperiment();
    experiment.data = "gaussians?samples=20000";
    prepare(session, experiment);
    std::set<RequestId> open{session.post(EvaluateRequest{}), session.post(EvaluateRequest{.test = false}),
                             session.post(EvaluateRequest{})};
    while (!open.empty()) {
        session.next<Evaluated>();
        EXPECT_EQ(open.erase(session.answered()), 1u);
    }
    const RequestId left = session.post(EvaluateRequest{});
    session.post(PrepareRequest{experiment, nullptr});
    bool answered = false;
    for (Event event = session.take(); !std::holds_alternative<Prepared>(event); event = session.take())
        answered |= session.answered() == left;
    EXPECT_TRUE(answered);
}

} // namespace
} // namespace protomind
