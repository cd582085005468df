// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/event_log.h"
#include "studio/session/process/session_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

using testing::ElementsAre;

class RunRecordTest : public testing::Test {
protected:
    void ask(std::uint64_t id, Request request) { m_record.ask({{id}, std::move(request)}); }
    void hear(std::uint64_t answers, Event event) {
        m_record.hear({.answers = {answers}, .run = m_record.run(), .event = std::move(event)});
    }
    /// Asked for and prepared.
    void prepare(std::uint64_t id, CheckpointPtr from = nullptr) {
        ask(id, PrepareRequest{cloudsOn("opencl", 3), std::move(from)});
        hear(id, Prepared{.device = "opencl:0", .deviceName = "A card"});
        hear(id, StateChanged{RunState::Ready});
    }
    std::vector<std::uint64_t> elsewhere() const {
        std::vector<std::uint64_t> ids;
        for (const RequestEnvelope& request : m_record.requestsElsewhere("cpu"))
            ids.push_back(request.id.value);
        return ids;
    }
    const PrepareRequest& preparation() {
        m_requests = m_record.requestsElsewhere("cpu");
        for (const RequestEnvelope& request : m_requests)
            if (const auto* it = std::get_if<PrepareRequest>(&request.request))
                return *it;
        throw std::logic_error("none");
    }

    SessionRecord m_record;
    std::vector<RequestEnvelope> m_requests;
};

CheckpointPtr checkpointAt(std::int64_t step) {
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->step = step;
    return checkpoint;
}

TEST_F(RunRecordTest, WhoAskedNothingHasNothingToDoElsewhere) {
    EXPECT_TRUE(elsewhere().empty());
    EXPECT_FALSE(m_record.run());
}

TEST_F(RunRecordTest, ARunIsPreparedAgainWithItsNumberOnTheOtherDevice) {
    prepare(4);
    EXPECT_THAT(elsewhere(), ElementsAre(4));
    EXPECT_EQ(preparation().experiment.device, "cpu");
    EXPECT_EQ(preparation().from, nullptr);
    EXPECT_EQ(m_record.deviceName(), "A card");
}

TEST_F(RunRecordTest, TrainingGoesOnOnlyWhereItWasUnderWay) {
    prepare(1);
    ask(2, TrainRequest{.untilStep = 50});
    EXPECT_THAT(elsewhere(), ElementsAre(1, 2));
    hear(2, StateChanged{RunState::Training});
    EXPECT_THAT(elsewhere(), ElementsAre(1, 2));
    ask(3, PauseRequest{});
    EXPECT_THAT(elsewhere(), ElementsAre(1, 2, 3));
    hear(3, StateChanged{RunState::Paused});
    EXPECT_THAT(elsewhere(), ElementsAre(1));
}

/// What has no memory for a question, and what has none for training, are told apart by it.
TEST_F(RunRecordTest, KnowsWhichRequestItTrainsFor) {
    prepare(4);
    ask(5, TrainRequest{});
    EXPECT_FALSE(m_record.isTrainingFor({5})) << "it has not begun";
    hear(5, StateChanged{RunState::Training});
    ask(6, EvaluateRequest{});
    EXPECT_TRUE(m_record.isTrainingFor({5}));
    EXPECT_FALSE(m_record.isTrainingFor({6}));
    hear(5, StateChanged{RunState::Finished});
    EXPECT_FALSE(m_record.isTrainingFor({5}));
}

TEST_F(RunRecordTest, WhatIsInForceIsAskedFirstAndOfTheLastOnly) {
    ask(1, SetSpeedRequest{5});
    ask(2, SetSpeedRequest{9});
    ask(3, WatchRequest{});
    prepare(4);
    EXPECT_THAT(elsewhere(), ElementsAre(2, 3, 4));
}

TEST_F(RunRecordTest, ASnapshotIsGoneOnFromWithTheLearningRateOfNow) {
    prepare(1, checkpointAt(7));
    EXPECT_EQ(preparation().from->step, 7);
    ask(2, SetLearningRateRequest{0.5});
    hear(2, Done{});
    ask(3, CheckpointRequest{});
    hear(3, CheckpointTaken{checkpointAt(20)});
    EXPECT_EQ(preparation().from->step, 20);
    EXPECT_EQ(preparation().experiment.training.learningRate, 0.5);
    EXPECT_EQ(m_record.snapshotStep(), 20);
    // Not of a network with other names, and not of another run.
    ask(4, RenameLayersRequest{checkpointAt(99), {}});
    hear(4, CheckpointTaken{checkpointAt(99)});
    EXPECT_EQ(m_record.snapshotStep(), 20);
    prepare(5);
    EXPECT_EQ(preparation().from, nullptr);
}

TEST_F(RunRecordTest, WhatHadNoAnswerIsAskedAgainInItsOrder) {
    prepare(1);
    ask(2, PredictRequest{});
    ask(3, EvaluateRequest{});
    ask(4, PredictRequest{});
    hear(2, Predicted{});
    EXPECT_THAT(elsewhere(), ElementsAre(1, 3, 4));
    hear(3, Failed{});
    EXPECT_THAT(elsewhere(), ElementsAre(1, 4));
}

TEST_F(RunRecordTest, QuestionsOfAnEarlierRunCanNotBeAnswered) {
    prepare(1);
    ask(2, PredictRequest{});
    ask(3, RenameLayersRequest{});
    ask(4, PrepareRequest{cloudsOn("opencl", 3)});
    EXPECT_THAT(m_record.unanswerable(), ElementsAre(RequestId{2}));
    EXPECT_THAT(elsewhere(), ElementsAre(3, 4));
    m_record.forgetUnanswerable();
    EXPECT_TRUE(m_record.unanswerable().empty());
    EXPECT_THAT(elsewhere(), ElementsAre(3, 4));
}

TEST_F(RunRecordTest, WhatIsOfNoRunIsNotLostWithOne) {
    ask(1, SetSpeedRequest{5});
    ask(2, WatchRequest{});
    prepare(3);
    ask(4, RenameLayersRequest{});
    ask(5, PrepareRequest{cloudsOn("cpu", 3)});
    EXPECT_TRUE(m_record.unanswerable().empty());
    // Only the last speed is asked for elsewhere.
    ask(6, SetSpeedRequest{9});
    EXPECT_THAT(m_record.unanswerable(), ElementsAre(RequestId{1}));
}

TEST_F(RunRecordTest, APreparationThatFailsElsewhereLeavesNothingPrepared) {
    prepare(1);
    hear(1, Failed{});
    EXPECT_FALSE(m_record.isPrepared());
}

} // namespace
} // namespace protomind
