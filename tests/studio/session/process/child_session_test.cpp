// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/child_session.h"
#include "studio/session/process/event_log.h"
#include "studio/session/session.h"

#include <gtest/gtest.h>

#include <csignal>

namespace protomind {
namespace {

struct Health {
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<DeviceState> states;

    ChildSession::HealthListener listener() {
        return [this](DeviceState state) {
            {
                const std::scoped_lock lock(mutex);
                states.push_back(state);
            }
            arrived.notify_all();
        };
    }
    bool until(DeviceState state) {
        std::unique_lock lock(mutex);
        return arrived.wait_for(lock, std::chrono::minutes(5),
                                [&] { return !states.empty() && states.back() == state; });
    }
};

CheckpointPtr trainedBy(SessionLink& link, EventLog& log) {
    link.post({{1}, PrepareRequest{cloudsOn("cpu", 3)}});
    static_cast<void>(log.answer<Prepared>({1}));
    link.post({{2}, TrainRequest{}});
    log.untilState(RunState::Finished);
    link.post({{3}, CheckpointRequest{}});
    return log.answer<CheckpointTaken>({3}).checkpoint;
}

TEST(ChildSession, AnswersAsOneOfThisProcessDoes) {
    EventLog there;
    Health health;
    auto child = ChildSession::start(sessionServer(), there.listener(), health.listener());
    ASSERT_TRUE(child) << child.error().text();
    const CheckpointPtr trained = trainedBy(**child, there);

    EventLog here;
    Session session(here.listener());
    const CheckpointPtr expected = trainedBy(session, here);
    EXPECT_EQ(trained->variables, expected->variables);
    EXPECT_EQ(trained->step, expected->step);
    EXPECT_TRUE(health.states.empty());
}

TEST(ChildSession, ADeadProcessIsLost) {
    EventLog log;
    Health health;
    auto child = ChildSession::start(sessionServer(), log.listener(), health.listener());
    ASSERT_TRUE(child);
    (*child)->post({{1}, PrepareRequest{cloudsOn("cpu", 1'000'000)}});
    static_cast<void>(log.answer<Prepared>({1}));
    (*child)->post({{2}, TrainRequest{}});
    log.untilState(RunState::Training);
    ASSERT_EQ(::kill((*child)->processId(), SIGKILL), 0);
    EXPECT_TRUE(health.until(DeviceState::Lost));
    EXPECT_EQ(health.states.size(), 1u);
}

TEST(ChildSession, AHaltedProcessIsSilentUntilItGoesOn) {
    EventLog log;
    Health health;
    auto child = ChildSession::start(sessionServer(), log.listener(), health.listener(),
                                     {.silent = 0.5, .lost = 1e9, .lostInLongCall = 1e9});
    ASSERT_TRUE(child);
    (*child)->post({{1}, WatchRequest{}});
    static_cast<void>(log.answer<Done>({1}));
    ASSERT_EQ(::kill((*child)->processId(), SIGSTOP), 0);
    EXPECT_TRUE(health.until(DeviceState::Silent));
    ASSERT_EQ(::kill((*child)->processId(), SIGCONT), 0);
    EXPECT_TRUE(health.until(DeviceState::Answering));
}

TEST(ChildSession, AProcessThatHaltsForEverIsEnded) {
    EventLog log;
    Health health;
    auto child = ChildSession::start(sessionServer(), log.listener(), health.listener(),
                                     {.silent = 0.2, .lost = 0.5, .lostInLongCall = 0.5});
    ASSERT_TRUE(child);
    ASSERT_EQ(::kill((*child)->processId(), SIGSTOP), 0);
    EXPECT_TRUE(health.until(DeviceState::Lost));
}

TEST(ChildSession, AProgramThatIsNoServerIsLostAndOneThatIsNotThereIsSaid) {
    EventLog log;
    Health health;
    auto other = ChildSession::start("/bin/true", log.listener(), health.listener());
    ASSERT_TRUE(other);
    EXPECT_TRUE(health.until(DeviceState::Lost));
    const auto none = ChildSession::start("/nowhere/protomind", log.listener(), health.listener());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ProblemKind::Device);
}

} // namespace
} // namespace protomind
