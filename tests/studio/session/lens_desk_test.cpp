// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/failing_device.h"
#include "studio/network/lowering.h"
#include "studio/session/devices.h"
#include "studio/session/lens_desk.h"
#include "studio/session/recorded_session.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using testing::HasSubstr;

/// A desk over a small run, without a thread.
class LensDeskTest : public testing::Test {
protected:
    LensDeskTest() {
        const Experiment experiment = smallExperiment();
        m_source = openData(experiment.data, experiment.training.seed).value();
        m_trainer = std::move(
            Trainer::prepare(lower(experiment.network).value(), m_source, experiment.training, *m_device)
                .value());
        m_desk.attach(m_trainer.get(), m_device.get());
    }
    RequestId ask(const LensRequest& request) {
        const RequestId id{++m_requests};
        m_desk.ask(id, request);
        return id;
    }
    /// The last event of a request.
    const Event& answerTo(RequestId id) const {
        const auto last = std::find_if(m_events.rbegin(), m_events.rend(),
                                       [id](const EventEnvelope& one) { return one.answers == id; });
        if (last == m_events.rend())
            throw std::runtime_error("no answer");
        return last->event;
    }
    void finish() {
        while (m_desk.busy())
            m_desk.work(1, [] { return false; });
    }
    void oneSlice() {
        m_desk.work(0, [] { return true; });
    }
    template<class E>
    std::vector<E> told() const {
        std::vector<E> found;
        for (const EventEnvelope& envelope : m_events) {
            if (const E* one = std::get_if<E>(&envelope.event))
                found.push_back(*one);
        }
        return found;
    }
    static LensRequest saliency(std::int64_t steps) {
        return {.lens = "saliency", .settings = {{"steps", steps}}, .sample = {.split = Split::Validation}};
    }

    std::unique_ptr<Device> m_device = makeDevice("cpu", 2).value();
    DataSource m_source;
    std::unique_ptr<Trainer> m_trainer;
    std::vector<EventEnvelope> m_events;
    double m_now = 0;
    std::uint64_t m_requests = 0;
    LensDesk m_desk{[this](RequestId answers, Event event) {
                        m_events.push_back({answers, RunId{}, std::move(event)});
                    },
                    [this] { return m_now += 0.02; }};
};

/// It is not the network that has no numbers.
TEST_F(LensDeskTest, OfADeviceThatFailedALensSaysSo) {
    FailingDevice device(makeDevice("cpu", 2).value());
    const Experiment experiment = smallExperiment();
    const auto trainer = std::move(
        Trainer::prepare(lower(experiment.network).value(), m_source, experiment.training, device).value());
    m_desk.attach(trainer.get(), &device);
    for (const char* lens : {"weights", "saliency"}) {
        ask({.lens = lens});
        finish();
    }
    EXPECT_TRUE(told<Failed>().empty());
    device.fall();
    for (const char* lens : {"weights", "saliency"}) {
        const RequestId id = ask({.lens = lens});
        finish();
        const auto* failed = std::get_if<Failed>(&answerTo(id));
        ASSERT_NE(failed, nullptr) << lens;
        EXPECT_EQ(failed->problem.kind, ProblemKind::Device);
        EXPECT_EQ(failed->problem.sentence, FailingDevice::kSentence);
    }
    m_desk.attach(nullptr, nullptr);
}

/// Not one that was compiled to be shown.
TEST_F(LensDeskTest, TheRunningKernelIsOfTheStepThatTrains) {
    const RequestId id = ask({.lens = "kernel"});
    finish();
    const auto* answered = std::get_if<LensAnswered>(&answerTo(id));
    ASSERT_NE(answered, nullptr);
    ASSERT_NE(m_trainer->stepExecutable(), nullptr);
    const Program& program = m_trainer->stepExecutable()->program();
    ASSERT_EQ(answered->result->codes.size(), program.steps.size());
    for (std::size_t i = 0; i < program.steps.size(); ++i)
        EXPECT_EQ(answered->result->codes[i].name, program.steps[i].name);
    EXPECT_TRUE(std::ranges::any_of(program.updates, [](const Computation::Update& update) {
        return update.variable.op() == Op::Variable;
    })) << "it changes weights";
}

/// Not the one that was next when it was asked: training goes on meanwhile.
TEST_F(LensDeskTest, TheStepThatIsTakenApartIsTheNextOne) {
    const RequestId id = ask({.lens = "step"});
    oneSlice();
    ASSERT_TRUE(m_trainer->step());
    finish();
    const auto* answered = std::get_if<LensAnswered>(&answerTo(id));
    ASSERT_NE(answered, nullptr);
    EXPECT_EQ(answered->result->step, 1);
    const LensTrainingStep& foretold = answered->result->trainingSteps.at(0);
    const auto figures = m_trainer->step();
    ASSERT_TRUE(figures);
    EXPECT_EQ(foretold.loss, figures->loss);
    int weights = 0;
    for (const LensLayerPass& layer : foretold.layers) {
        for (const LensWeightPass& weight : layer.weights) {
            ++weights;
            EXPECT_EQ(weight.after, m_trainer->variables().read(weight.variable).value());
        }
    }
    EXPECT_GT(weights, 0);
}

TEST_F(LensDeskTest, LooksAtTheWeightsAsTheyWereWhenItBegan) {
    ask(saliency(200));
    finish();
    ask(saliency(200));
    oneSlice();
    for (int step = 0; step < 5; ++step) {
        ASSERT_TRUE(m_trainer->step());
        oneSlice();
    }
    finish();
    ask(saliency(200));
    finish();
    const auto answers = told<LensAnswered>();
    ASSERT_EQ(answers.size(), 3u);
    EXPECT_EQ(*answers[0].result, *answers[1].result);
    EXPECT_EQ(answers[1].result->step, 0);
    EXPECT_EQ(answers[2].result->step, 5);
    EXPECT_NE(answers[0].result->charts, answers[2].result->charts);
}

TEST_F(LensDeskTest, ANewerRequestTakesThePlaceOfTheOlderOne) {
    const RequestId first = ask(saliency(1000));
    oneSlice();
    oneSlice();
    const RequestId second = ask(saliency(1));
    const RequestId weights = ask({.lens = "weights"});
    const RequestId third = ask(saliency(2));
    finish();
    EXPECT_TRUE(std::holds_alternative<Done>(answerTo(first)));
    EXPECT_TRUE(std::holds_alternative<Done>(answerTo(second)));
    EXPECT_EQ(std::get<LensAnswered>(answerTo(weights)).request.lens, "weights");
    EXPECT_EQ(std::get<LensAnswered>(answerTo(third)).request, saliency(2));
    EXPECT_EQ(told<LensAnswered>().size(), 2u);
}

TEST_F(LensDeskTest, WhatIsGivenUpIsAnsweredToo) {
    const RequestId first = ask(saliency(1000));
    const RequestId weights = ask({.lens = "weights"});
    oneSlice();
    m_desk.cancel({"saliency"});
    finish();
    EXPECT_TRUE(std::holds_alternative<Done>(answerTo(first)));
    EXPECT_TRUE(std::holds_alternative<LensAnswered>(answerTo(weights)));
    const RequestId again = ask(saliency(1000));
    const RequestId more = ask({.lens = "weights"});
    oneSlice();
    m_desk.cancel({});
    EXPECT_FALSE(m_desk.busy());
    EXPECT_TRUE(std::holds_alternative<Done>(answerTo(again)));
    EXPECT_TRUE(std::holds_alternative<Done>(answerTo(more)));
    const RequestId last = ask(saliency(1000));
    oneSlice();
    m_desk.attach(nullptr, nullptr);
    EXPECT_FALSE(m_desk.busy());
    EXPECT_TRUE(std::holds_alternative<Failed>(answerTo(last)));
}

TEST_F(LensDeskTest, LongWorkTellsHowFarItIs) {
    ask(saliency(4096));
    finish();
    const auto progress = told<LensProgress>();
    ASSERT_GT(progress.size(), 3u);
    for (std::size_t i = 1; i < progress.size(); ++i)
        EXPECT_GT(progress[i].share, progress[i - 1].share);
    EXPECT_LT(progress.back().share, 1);
    EXPECT_TRUE(std::holds_alternative<LensAnswered>(m_events.back().event));
}

TEST_F(LensDeskTest, WhatCannotBeIsSaidAndTheNextOneIsAnswered) {
    ask({.lens = "crystal ball"});
    ask({.lens = "saliency", .settings = {{"steps", std::int64_t{0}}}});
    ask({.lens = "weights", .layer = "Input"});
    const RequestId whole = ask({.lens = "confusion"});
    finish();
    const auto failed = told<Failed>();
    ASSERT_EQ(failed.size(), 3u);
    EXPECT_THAT(failed[0].problem.text(), HasSubstr("crystal ball"));
    EXPECT_THAT(failed[1].problem.text(), HasSubstr("Steps"));
    EXPECT_THAT(failed[2].problem.text(), HasSubstr("no weights"));
    // Of samples that nobody chose: those whose figures say most.
    EXPECT_EQ(std::get<LensAnswered>(answerTo(whole)).result->split, Split::Test);
}

TEST_F(LensDeskTest, KeepsHowWeightsWereInTheCourseOfATraining) {
    for (int step = 0; step < 4; ++step) {
        ASSERT_TRUE(m_trainer->step());
        m_desk.recordWeights();
        m_now += 1;
    }
    ask({.lens = "weights"});
    finish();
    EXPECT_THAT(told<LensAnswered>().at(0).result->pictures.back().title, HasSubstr("steps 1 to 4"));
}

/// What a lens learned once serves every look at the same weights, and none at others.
TEST_F(LensDeskTest, WhatALensLearnedIsKeptUntilTheWeightsChange) {
    const auto slices = [this] {
        ask({.lens = "sticker",
             .settings = {{"kind", std::string("universal")}, {"steps", std::int64_t{20}}},
             .split = Split::Validation});
        int count = 0;
        for (; m_desk.busy(); ++count)
            oneSlice();
        return count;
    };
    const int first = slices();
    EXPECT_GT(first, 20);
    EXPECT_LT(slices(), 5);
    ASSERT_TRUE(m_trainer->step());
    EXPECT_EQ(slices(), first) << "the weights are others";
    EXPECT_LT(slices(), 5);
    m_desk.cancel({});
    EXPECT_EQ(slices(), first) << "memory was asked back";
    EXPECT_EQ(told<LensAnswered>()[0].result->figures, told<LensAnswered>()[1].result->figures);
}

TEST(LensRequestTest, TrainingGoesOnAsIfNobodyLooked) {
    RecordedSession alone(noTime());
    prepare(alone, smallExperiment());
    alone.post(TrainRequest{});
    alone.untilState(RunState::Finished);
    RecordedSession looked(noTime());
    prepare(looked, smallExperiment());
    looked.post(TrainRequest{});
    for (const char* lens : {"activations", "saliency", "weights", "confusion"})
        looked.post(
            LensRequest{.lens = lens, .sample = {.split = Split::Validation}, .split = Split::Validation});
    int answers = 0;
    for (bool finished = false; !finished || answers < 4;) {
        const Event event = looked.take();
        if (const auto* changed = std::get_if<StateChanged>(&event))
            finished = finished || changed->state == RunState::Finished;
        if (const auto* failed = std::get_if<Failed>(&event))
            FAIL() << failed->problem.text();
        if (std::holds_alternative<LensAnswered>(event))
            ++answers;
    }
    EXPECT_EQ(*checkpointOf(alone), *checkpointOf(looked));
}

TEST(LensRequestTest, ConfusionCountsWhatAnEvaluationCounts) {
    RecordedSession session(noTime());
    prepare(session, smallExperiment());
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    session.post(EvaluateRequest{.test = false});
    const auto evaluated = session.next<Evaluated>();
    session.post(LensRequest{.lens = "confusion", .split = Split::Validation});
    const auto answered = session.next<LensAnswered>();
    const LensTable& matrix = answered.result->tables.at(0);
    ASSERT_EQ(matrix.cells.size(), evaluated.confusion.size());
    for (std::size_t row = 0; row < matrix.cells.size(); ++row) {
        for (std::size_t column = 0; column < matrix.cells.size(); ++column)
            EXPECT_EQ(matrix.cells[row][column].value, static_cast<double>(evaluated.confusion[row][column]));
    }
    EXPECT_EQ(answered.result->split, Split::Validation);
}

/// A run's own weights as those of another network: what is made here fools there as much.
TEST(LensRequestTest, AttacksAreTriedOnAnotherTrainedNetwork) {
    RecordedSession session(noTime());
    const Experiment experiment = smallExperiment();
    prepare(session, experiment);
    session.post(TrainRequest{});
    session.untilState(RunState::Finished);
    const CheckpointPtr weights = checkpointOf(session);
    const auto ask = [&](Experiment other, CheckpointPtr checkpoint) {
        session.post(LensRequest{.lens = "transfer",
                                 .settings = {{"epsilon", 0.3}},
                                 .split = Split::Validation,
                                 .other = std::make_shared<const OtherNetwork>(
                                     OtherNetwork{"twin", std::move(other), std::move(checkpoint)})});
    };
    ask(experiment, weights);
    const auto answered = session.next<LensAnswered>();
    EXPECT_EQ(answered.request.other, nullptr) << "its weights need not go back";
    const auto figure = [&](const char* name) {
        return std::ranges::find(answered.result->figures, name, &LensFigure::name)->value;
    };
    EXPECT_GT(figure("both_right"), 0);
    EXPECT_EQ(figure("clean"), figure("other_clean"));
    EXPECT_EQ(figure("transferred"), figure("fooled"));

    auto lacking = std::make_shared<Checkpoint>(*weights);
    lacking->variables.clear();
    ask(experiment, lacking);
    EXPECT_THAT(session.next<Failed>().problem.text(), HasSubstr("twin"));
    auto infinite = std::make_shared<Checkpoint>(*weights);
    for (auto& [name, array] : infinite->variables)
        array.values.front() = INFINITY;
    ask(experiment, infinite);
    EXPECT_THAT(session.next<Failed>().problem.text(), HasSubstr("not finite"));
    session.post(LensRequest{.lens = "transfer", .split = Split::Validation});
    EXPECT_THAT(session.next<Failed>().problem.text(), HasSubstr("no other network"));
}

} // namespace
} // namespace protomind
