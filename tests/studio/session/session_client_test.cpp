// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/recorded_session.h"
#include "studio/session/session_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace protomind {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A session whose every word is the test's.
class SpokenLink final : public SessionLink {
public:
    explicit SpokenLink(Listener listener)
        : m_listener(std::move(listener)) {}

    void post(RequestEnvelope request) override { posted.push_back(std::move(request)); }
    void requestStop() override {}
    [[nodiscard]] bool hasStopped() const override { return true; }
    void say(const EventEnvelope& envelope) { m_listener(envelope); }

    std::vector<RequestEnvelope> posted;

private:
    Listener m_listener;
};

/// A client of it, which delivers at once.
class SessionClientTest : public testing::Test {
protected:
    void say(RequestId answers, RunId run, Event event) { m_link->say({answers, run, std::move(event)}); }
    void fail(RequestId answers, RunId run, const std::string& sentence) {
        say(answers, run,
            Failed{{.kind = ProblemKind::Request, .sentence = sentence, .where = {}, .remedy = {}}});
    }
    /// Notes what it is answered with.
    template<class Asked>
    RequestId ask(Asked request, const std::string& name, AnswerWanted wanted = AnswerWanted::OfThisRun) {
        return m_client.ask(
            std::move(request),
            [this, name](const auto& answer) {
                m_answers.push_back(name + (answer ? "" : ": " + answer.error().sentence));
            },
            wanted);
    }
    [[nodiscard]] static HostArray sample() { return HostArray(Shape{1, 2}); }

    SpokenLink* m_link = nullptr;
    std::vector<std::string> m_answers; ///< handed to who asked
    std::vector<EventEnvelope> m_heard; ///< told the listener
    SessionClient m_client{[this](const EventEnvelope& envelope) { m_heard.push_back(envelope); },
                           [](const std::function<void()>& work) { work(); },
                           [this](SessionLink::Listener listener) {
                               auto link = std::make_unique<SpokenLink>(std::move(listener));
                               m_link = link.get();
                               return link;
                           }};
};

/// Everything that two runs say, in whatever order it comes: nothing of the old one shows on the new one.
TEST_F(SessionClientTest, NothingOfAnOldRunShowsOnANewOneInWhateverOrderItComes) {
    std::vector<bool> fromNew{false, false, false, false, false, false, true, true, true, true, true, true};
    int orders = 0;
    do {
        m_answers.clear();
        m_heard.clear();
        const RequestId first = ask(PrepareRequest{}, "old prepared");
        const RequestId oldQuestion = ask(PredictRequest{sample()}, "old predicted");
        const RequestId oldTest = ask(EvaluateRequest{}, "old evaluated");
        const RequestId oldCopy = ask(CheckpointRequest{}, "old checkpoint");
        const RequestId oldTraining = m_client.post(TrainRequest{});
        const RequestId second = ask(PrepareRequest{}, "prepared");
        const RequestId question = ask(PredictRequest{sample()}, "predicted");
        const RequestId test = ask(EvaluateRequest{}, "evaluated");
        const RequestId copy = ask(CheckpointRequest{}, "checkpoint");
        const RequestId training = m_client.post(TrainRequest{});
        const std::vector<std::function<void()>> ofOld{
            [&] { fail(first, runOf(first), "old"); },
            [&] { say(oldQuestion, runOf(first), Predicted{}); },
            [&] { say(oldTest, runOf(first), Evaluated{}); },
            [&] { say(oldCopy, runOf(first), CheckpointTaken{}); },
            [&] { say(oldTraining, runOf(first), EpochDone{.epoch = 1}); },
            [&] { fail(oldTraining, runOf(first), "old"); }};
        const std::vector<std::function<void()>> ofNew{
            [&] { say(second, runOf(second), Prepared{}); },
            [&] { say(question, runOf(second), Predicted{}); },
            [&] { fail(test, runOf(second), "no samples"); },
            [&] { say(copy, runOf(second), CheckpointTaken{}); },
            [&] { say(training, runOf(second), EpochDone{.epoch = 2}); },
            [&] { fail(training, runOf(second), "over"); }};
        std::size_t old = 0;
        std::size_t anew = 0;
        for (const bool isNew : fromNew)
            isNew ? ofNew[anew++]() : ofOld[old++]();
        ASSERT_THAT(m_answers, ElementsAre("prepared", "predicted", "evaluated: no samples", "checkpoint"));
        ASSERT_EQ(m_heard.size(), 2u);
        ASSERT_EQ(std::get<EpochDone>(m_heard[0].event).epoch, 2);
        ASSERT_EQ(std::get<Failed>(m_heard[1].event).problem.sentence, "over");
        ++orders;
    } while (std::next_permutation(fromNew.begin(), fromNew.end()));
    EXPECT_EQ(orders, 924);
}

/// Weights of an old run are kept for undo: they are addressed, and their number says whose they are.
TEST_F(SessionClientTest, WhoWantsAnAnswerWhateverComesHasItAlsoAfterTheRun) {
    const RequestId first = ask(PrepareRequest{}, "old");
    const RequestId copy = ask(CheckpointRequest{}, "weights", AnswerWanted::Always);
    const RequestId other = ask(CheckpointRequest{}, "other", AnswerWanted::Always);
    ask(PrepareRequest{}, "new");
    EXPECT_TRUE(m_client.isPending(copy));
    fail(other, runOf(first), "no memory");
    say(copy, runOf(first), CheckpointTaken{});
    EXPECT_THAT(m_answers, ElementsAre("other: no memory", "weights"));
    EXPECT_FALSE(m_client.isPending(copy));
}

TEST_F(SessionClientTest, WhatIsCancelledIsAnsweredToNobody) {
    const RequestId run = ask(PrepareRequest{}, "run");
    const RequestId question = ask(PredictRequest{sample()}, "question");
    const RequestId copy = ask(CheckpointRequest{}, "copy", AnswerWanted::Always);
    m_client.cancel(question);
    m_client.cancel(copy);
    EXPECT_FALSE(m_client.isPending(question));
    say(question, runOf(run), Predicted{});
    fail(copy, runOf(run), "no memory");
    EXPECT_THAT(m_answers, IsEmpty());
    EXPECT_THAT(m_heard, IsEmpty()) << "The listener hears of no failure that nobody is interested in.";
}

TEST_F(SessionClientTest, AQuestionThatIsDoneWithoutItsAnswerIsNotWaitedFor) {
    const RequestId run = ask(PrepareRequest{}, "run");
    const RequestId question = ask(PredictRequest{sample()}, "question");
    say(question, runOf(run), Done{});
    EXPECT_FALSE(m_client.isPending(question));
    EXPECT_THAT(m_answers, IsEmpty());
}

TEST_F(SessionClientTest, NoMoreIsHeardOfARunThatWasLeft) {
    const RequestId run = ask(PrepareRequest{}, "run");
    say(run, runOf(run), Prepared{});
    const RequestId question = ask(PredictRequest{sample()}, "question");
    m_client.leaveRun();
    EXPECT_FALSE(m_client.isPending(question));
    say(question, runOf(run), Predicted{});
    say(run, runOf(run), StateChanged{RunState::Paused});
    say(run, runOf(run), Watched{});
    EXPECT_THAT(m_answers, ElementsAre("run"));
    EXPECT_THAT(m_heard, IsEmpty());
}

TEST_F(SessionClientTest, AStateIsAnAnswerAndNewsForAll) {
    const RequestId run = ask(PrepareRequest{}, "run");
    const RequestId pause = ask(PauseRequest{}, "paused");
    say(pause, runOf(run), StateChanged{RunState::Paused});
    EXPECT_THAT(m_answers, ElementsAre("paused"));
    ASSERT_EQ(m_heard.size(), 1u);
    EXPECT_EQ(std::get<StateChanged>(m_heard[0].event).state, RunState::Paused);
}

TEST_F(SessionClientTest, WhoIsAnsweredMayAskAgainAtOnce) {
    const RequestId run = ask(PrepareRequest{}, "run");
    RequestId again;
    const RequestId question = m_client.ask(PredictRequest{sample()}, [&](const Result<Predicted>&) {
        again = ask(PredictRequest{sample()}, "again");
    });
    say(question, runOf(run), Predicted{});
    say(again, runOf(run), Predicted{});
    EXPECT_THAT(m_answers, ElementsAre("again"));
}

/// Mail that lies there until the client's thread comes to it: of pictures only the newest.
TEST(SessionClient, PicturesThatCameLateAreSkippedButNeverTakenFromAnotherRun) {
    SpokenLink* link = nullptr;
    std::vector<std::int64_t> seen;
    std::vector<std::function<void()>> work;
    SessionClient client(
        [&](const EventEnvelope& envelope) {
            if (const auto* watched = std::get_if<Watched>(&envelope.event))
                seen.push_back(watched->pictures->step);
        },
        [&](std::function<void()> one) { work.push_back(std::move(one)); },
        [&](SessionLink::Listener listener) {
            auto spoken = std::make_unique<SpokenLink>(std::move(listener));
            link = spoken.get();
            return spoken;
        });
    const auto show = [&](RunId run, std::int64_t step) {
        link->say({{}, run, Watched{std::make_shared<const Pictures>(Pictures{.step = step})}});
    };
    const RunId old = runOf(client.post(PrepareRequest{}));
    show(old, 1);
    const RunId present = runOf(client.post(PrepareRequest{}));
    show(present, 5);
    show(old, 2);
    show(present, 6);
    EXPECT_EQ(work.size(), 2u) << "One piece of work for all pictures of a run that wait.";
    for (const auto& one : work)
        one();
    EXPECT_THAT(seen, ElementsAre(6));
}

/// With the real session: everything a command does, one after the other.
TEST(SessionClient, WaitsForWhatItAsks) {
    std::vector<RunState> states;
    SessionClient client([&](const EventEnvelope& envelope) {
        if (const auto* changed = std::get_if<StateChanged>(&envelope.event))
            states.push_back(changed->state);
    });
    EXPECT_FALSE(client.await(EvaluateRequest{})) << "Nothing is prepared.";
    const auto prepared = client.await(PrepareRequest{smallExperiment(), nullptr});
    ASSERT_TRUE(prepared);
    EXPECT_GT(prepared->parameters, 0);
    EXPECT_TRUE(client.await(SetWeightRequest{"Hidden/kernel", 0, 0.5}));
    EXPECT_FALSE(client.await(SetWeightRequest{"Hidden/kernel", 1000, 0.5}));
    ASSERT_TRUE(client.await(TrainRequest{}));
    ASSERT_TRUE(client.waitUntil([&] { return states.back() == RunState::Finished; }));
    EXPECT_THAT(states, ElementsAre(RunState::Ready, RunState::Training, RunState::Finished));
    EXPECT_EQ((*client.await(CheckpointRequest{})).checkpoint->history.size(), 3u);
    EXPECT_EQ(client.await(PredictRequest{HostArray(Shape{3, 2})})->outputs.shape, Shape({3, 2}));
    EXPECT_FALSE(client.await(EvaluateRequest{}, [] { return true; })) << "Ctrl-C";
    EXPECT_TRUE(client.await(EvaluateRequest{}));
}

} // namespace
} // namespace protomind
