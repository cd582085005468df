// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/idx_folder.h"
#include "engine/device/registry/device_kinds.h"
#include "studio/network/template.h"
#include "studio/session/process/event_log.h"
#include "studio/session/process/guarded_session.h"

#include <gtest/gtest.h>

#include <csignal>
#include <optional>

#include "whole_run.h"

namespace protomind {
namespace {

/// Forty small images of ten classes, as files.
void writeImages(const ScratchFolder& folder) {
    constexpr std::uint32_t kImages = 40;
    constexpr std::uint32_t kSide = 28;
    Bytes pixels(kImages * kSide * kSide);
    Bytes labels(kImages);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(i * 7);
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i] = static_cast<std::uint8_t>(i % 10);
    folder.write("train-images-idx3-ubyte", idxBytes({kImages, kSide, kSide}, pixels));
    folder.write("train-labels-idx1-ubyte", idxBytes({kImages}, labels));
}

class GuardedSessionTest : public testing::Test {
protected:
    void SetUp() override {
        if (!openClDevices().empty())
            return;
        if (std::getenv("CI") != nullptr)
            FAIL() << "no OpenCL driver is there";
        GTEST_SKIP() << "no OpenCL driver is there";
    }

    RequestId post(Request request) {
        const RequestId id{++m_requests};
        m_session.post({id, std::move(request)});
        return id;
    }
    void prepare(const std::string& device, std::int64_t epochs) {
        static_cast<void>(m_log.answer<Prepared>(post(PrepareRequest{cloudsOn(device, epochs)})));
    }
    /// The process is no more, whatever it does.
    void killChild() {
        const pid_t process = m_session.processId();
        ASSERT_GT(process, 0);
        ASSERT_EQ(::kill(process, SIGKILL), 0);
    }
    void untilLost() {
        m_log.until([](const EventEnvelope& one) {
            const auto* news = std::get_if<DeviceNews>(&one.event);
            return news != nullptr && news->state == DeviceState::Lost;
        });
    }

    EventLog m_log;
    std::uint64_t m_requests = 0;
    GuardedSession m_session{m_log.listener(), {.program = sessionServer(), .snapshotSeconds = 0}};
};

TEST_F(GuardedSessionTest, TheProcessorNeedsNoProcess) {
    prepare("cpu", 3);
    EXPECT_EQ(m_session.processId(), -1);
    post(TrainRequest{});
    m_log.untilState(RunState::Finished);
    EXPECT_TRUE(m_log.all<DeviceNews>().empty());
}

TEST_F(GuardedSessionTest, OpenClRunsInAnotherProcessAndLearns) {
    prepare("opencl", 3);
    EXPECT_GT(m_session.processId(), 0);
    post(TrainRequest{});
    m_log.untilState(RunState::Finished);
    const auto taken = m_log.answer<CheckpointTaken>(post(CheckpointRequest{}));
    ASSERT_TRUE(taken.checkpoint);
    EXPECT_GT(taken.checkpoint->step, 0);
    EXPECT_TRUE(m_log.news(DeviceState::Lost).empty());
    // What it asks of its own reaches nobody.
    EXPECT_EQ(m_log.all<CheckpointTaken>().size(), 1u);
}

TEST_F(GuardedSessionTest, FromOneToTheOtherAndBack) {
    prepare("opencl", 3);
    prepare("cpu", 3);
    EXPECT_EQ(m_session.processId(), -1);
    post(TrainRequest{});
    m_log.untilState(RunState::Finished);
    prepare("opencl", 3);
    EXPECT_GT(m_session.processId(), 0);
    EXPECT_TRUE(m_log.news(DeviceState::Lost).empty());
}

/// A window asks for pictures once, before any run.
TEST_F(GuardedSessionTest, WhatWasAskedForAllRunsHoldsWhereverTheyRun) {
    post(WatchRequest{});
    for (const char* device : {"opencl", "cpu", "opencl"}) {
        SCOPED_TRACE(device);
        prepare(device, 3);
        const RunId run{m_requests};
        m_log.until([run](const EventEnvelope& one) {
            return one.run == run && std::holds_alternative<Watched>(one.event);
        });
    }
}

/// Killed at random moments, the run goes on to its end, and nothing is told twice.
TEST_F(GuardedSessionTest, KilledAtAnyTimeTrainingGoesOnToItsEnd) {
    const int runs = rounds(3, 8, 200);
    for (int run = 0; run < runs; ++run) {
        SCOPED_TRACE(run);
        RandomStream random(static_cast<std::uint64_t>(run), 5);
        EventLog log;
        GuardedSession session(log.listener(), {.program = sessionServer(), .snapshotSeconds = 0});
        const std::size_t moment = static_cast<std::size_t>(random.uniform() * 30);
        session.post({{1}, PrepareRequest{cloudsOn("opencl", 40)}});
        session.post({{2}, TrainRequest{}});
        std::size_t heard = 0;
        log.until([&](const EventEnvelope&) { return heard++ >= moment; });
        // It may be at its end already.
        if (const pid_t process = session.processId(); process > 0)
            ::kill(process, SIGKILL);
        log.untilState(RunState::Finished);
        session.post({{3}, CheckpointRequest{}});
        const auto taken = log.answer<CheckpointTaken>({3});
        ASSERT_TRUE(taken.checkpoint);
        std::int64_t epoch = 0;
        for (const EpochDone& done : log.all<EpochDone>()) {
            EXPECT_EQ(done.epoch, epoch + 1);
            epoch = done.epoch;
        }
        EXPECT_EQ(epoch, 40);
        EXPECT_EQ(taken.checkpoint->step, log.all<EpochDone>().back().step);
        EXPECT_EQ(log.all<Prepared>().size(), 1u);
        EXPECT_TRUE(log.all<Failed>().empty());
    }
}

TEST_F(GuardedSessionTest, WhatWasAskedIsAnsweredElsewhere) {
    prepare("opencl", 3);
    ASSERT_EQ(::kill(m_session.processId(), SIGSTOP), 0);
    const RequestId predicted = post(PredictRequest{HostArray(Shape{3, 2}, {0, 0, 0.5F, 0.5F, 1, 1})});
    const RequestId evaluated = post(EvaluateRequest{});
    killChild();
    EXPECT_EQ(m_log.answer<Predicted>(predicted).outputs.shape[0], 3);
    EXPECT_GT(m_log.answer<Evaluated>(evaluated).samples, 0);
    EXPECT_EQ(m_log.news(DeviceState::Lost).size(), 1u);
    EXPECT_EQ(m_session.processId(), -1);
}

TEST_F(GuardedSessionTest, ALostDeviceIsNotTriedAgainUntilAnotherOneWasAskedFor) {
    prepare("opencl", 3);
    killChild();
    untilLost();
    prepare("opencl", 3);
    EXPECT_EQ(m_session.processId(), -1);
    EXPECT_EQ(m_log.all<Prepared>().back().device, "cpu");
    EXPECT_EQ(m_log.news(DeviceState::Lost).size(), 2u);
    prepare("cpu", 3);
    prepare("opencl", 3);
    EXPECT_GT(m_session.processId(), 0);
    EXPECT_EQ(m_log.all<Prepared>().back().device, "opencl:0");
}

/// Saving waits for layers to be renamed in a checkpoint; what is asked of a run ends with it.
TEST_F(GuardedSessionTest, AChangeOfDeviceLeavesNothingUnanswered) {
    prepare("opencl", 3);
    const auto taken = m_log.answer<CheckpointTaken>(post(CheckpointRequest{}));
    ASSERT_EQ(::kill(m_session.processId(), SIGSTOP), 0);
    const RequestId renamed = post(RenameLayersRequest{taken.checkpoint, {}});
    const RequestId evaluated = post(EvaluateRequest{});
    prepare("cpu", 3);
    EXPECT_TRUE(m_log.answer<CheckpointTaken>(renamed).checkpoint);
    static_cast<void>(m_log.answer<Failed>(evaluated));
}

/// The processor may not be able to do what the device did: with data that has gone meanwhile.
TEST_F(GuardedSessionTest, WhereTheProcessorFailsAsWellTheRunIsOver) {
    std::optional<ScratchFolder> folder(std::in_place);
    writeImages(*folder);
    Experiment experiment = cloudsOn("opencl", 1'000'000);
    experiment.network = findTemplate("digits-mlp")->make();
    experiment.data = "idx:" + folder->path().string();
    static_cast<void>(m_log.answer<Prepared>(post(PrepareRequest{experiment})));
    post(TrainRequest{});
    m_log.untilState(RunState::Training);
    folder.reset();
    killChild();
    m_log.untilState(RunState::Idle);
    EXPECT_EQ(m_log.all<Failed>().size(), 1u);
    EXPECT_EQ(m_log.all<Prepared>().size(), 1u);
}

TEST_F(GuardedSessionTest, AProgramThatServesNothingLeavesTheProcessor) {
    EventLog log;
    GuardedSession session(log.listener(), {.program = "/bin/true"});
    session.post({{1}, PrepareRequest{cloudsOn("opencl", 2)}});
    EXPECT_EQ(log.answer<Prepared>({1}).device, "cpu");
    session.post({{2}, TrainRequest{}});
    log.untilState(RunState::Finished);

    EventLog other;
    GuardedSession missing(other.listener(), {.program = "/nowhere/protomind"});
    missing.post({{1}, PrepareRequest{cloudsOn("opencl", 2)}});
    EXPECT_EQ(other.answer<Prepared>({1}).device, "cpu");
    EXPECT_EQ(other.news(DeviceState::Lost).size(), 1u);
}

} // namespace
} // namespace protomind
