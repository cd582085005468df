// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_folder.h"
#include "studio/course/lesson_run.h"
#include "studio/course/small_lesson.h"
#include "studio/project/passing_folder.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

namespace protomind {
namespace {

using testing::HasSubstr;

class LessonRuns : public SmallLesson {
protected:
    [[nodiscard]] Lesson lesson() const {
        LessonReading reading = readLesson(folder(), "en");
        if (!reading.lesson)
            throw std::runtime_error(reading.problems.front().text());
        return std::move(*reading.lesson);
    }
};

TEST_F(LessonRuns, EnteringAStepOpensWhatItOpens) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    const auto state = run.state();
    ASSERT_TRUE(state) << state.error().text();
    EXPECT_EQ(state->experiment.data, "line?samples=20");
    EXPECT_EQ(state->experiment.training.optimizer, "sgd");
    EXPECT_EQ(state->experiment.training.batchSize, 5);
    EXPECT_EQ(state->dataName, "line");
    EXPECT_EQ(state->dataSamples, 20);
    EXPECT_EQ(state->dataClasses, 0) << "it asks for numbers";
    EXPECT_EQ(state->pairs.size(), 20U);
    EXPECT_EQ(state->analysis.parameters, 2);
    EXPECT_EQ(state->run, RunState::Ready);
    EXPECT_FALSE(state->trained);
    EXPECT_EQ(state->speed, 20);
    EXPECT_EQ(state->weights.at("line/kernel"), std::vector<float>{0.5F});
    EXPECT_EQ(state->weights.at("line/bias"), std::vector<float>{0.0F});
    EXPECT_FALSE(state->train.loss);
    EXPECT_FALSE(state->test.loss);
}

TEST_F(LessonRuns, CarriesOutActions) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));

    ASSERT_TRUE(run.carryOut({TrainAction{.epochs = 2}}));
    auto state = run.state();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->steps, 8);
    EXPECT_EQ(state->epochs, 2);
    EXPECT_EQ(state->run, RunState::Paused) << "five epochs are planned";
    EXPECT_TRUE(state->trained);
    EXPECT_TRUE(state->train.loss);
    const std::vector<float> trained = state->weights.at("line/kernel");
    EXPECT_NE(trained[0], 0.5F);

    ASSERT_TRUE(run.carryOut({EvaluateAction{}}));
    EXPECT_TRUE(run.state()->test.loss);

    ASSERT_TRUE(run.carryOut({SetTrainingAction{"learning_rate", 0.2}}));
    state = run.state();
    EXPECT_EQ(state->weights.at("line/kernel"), trained) << "weights are kept over a change of settings";
    EXPECT_EQ(state->steps, 8);

    ASSERT_TRUE(run.carryOut({SetWeightAction{"line/kernel", 0, 1.25}, SetSpeedAction{5}}));
    state = run.state();
    EXPECT_EQ(state->weights.at("line/kernel"), std::vector<float>{1.25F});
    EXPECT_EQ(state->movesByHand, 1);
    EXPECT_EQ(state->value("run.by_hand"), StateValue(1.0));
    EXPECT_EQ(state->speed, 5);
    EXPECT_FALSE(state->test.loss) << "what was tested is another network now";

    ASSERT_TRUE(run.carryOut({ResetAction{}}));
    state = run.state();
    EXPECT_EQ(state->steps, 0);
    EXPECT_EQ(state->movesByHand, 1);
    EXPECT_EQ(state->value("run.by_hand"), StateValue(0.0));
    EXPECT_EQ(state->weights.at("line/kernel"), std::vector<float>{0.5F}) << "the step's first weights";

    ASSERT_TRUE(run.carryOut({AddLayerAction{.type = "dense", .after = "points", .name = "more"},
                              SetLayerAction{"more", "units", std::int64_t{4}}, TrainAction{.steps = 1}}));
    EXPECT_EQ(run.state()->analysis.parameters, 13);
    ASSERT_TRUE(run.carryOut({RemoveLayerAction{"more"}, SetDataAction{"line?samples=30"}}));
    EXPECT_EQ(run.state()->dataSamples, 30);
}

TEST_F(LessonRuns, FiguresAreOfTheNetworkThatIsThere) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 8}}));
    ASSERT_TRUE(run.state()->train.loss);
    EXPECT_EQ(run.state()->value("run.steps_since_change"), StateValue(8.0));
    ASSERT_TRUE(run.carryOut({SetTrainingAction{"learning_rate", 0.01}}));
    EXPECT_TRUE(run.state()->train.loss) << "the same network learns, at another pace";
    ASSERT_TRUE(run.carryOut({SetLayerAction{"line", "use_bias", false}}));
    const auto edited = run.state();
    EXPECT_EQ(edited->steps, 8) << "the weights that fit are kept";
    EXPECT_FALSE(edited->train.loss) << "this network has not been measured";
    EXPECT_EQ(edited->value("run.steps_since_change"), StateValue(0.0));
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 4}}));
    EXPECT_TRUE(run.state()->train.loss);
    EXPECT_FALSE(run.state()->epochBefore.train.loss);
    EXPECT_EQ(run.state()->value("run.steps_since_change"), StateValue(4.0));
}

TEST_F(LessonRuns, FiguresAreThoseOfWholeEpochs) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 3}}));
    EXPECT_FALSE(run.state()->train.loss) << "an epoch has four steps";
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 1}}));
    const auto first = run.state();
    ASSERT_TRUE(first->train.loss);
    EXPECT_FALSE(first->epochBefore.train.loss);
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 2}}));
    EXPECT_EQ(run.state()->train.loss, first->train.loss) << "the second epoch is not over";
    EXPECT_EQ(run.state()->epochs, 1.5);
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 2}}));
    EXPECT_NE(run.state()->train.loss, first->train.loss);
    EXPECT_EQ(run.state()->epochBefore.train.loss, first->train.loss);
}

TEST_F(LessonRuns, AnEditedNetworkBeginsWithThePagesWeightsAsFarAsItHasThem) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    ASSERT_TRUE(run.carryOut({SetLayerAction{"line", "activation", std::string("tanh")}}));
    EXPECT_EQ(run.state()->weights.at("line/kernel"), std::vector<float>{0.5F});
    ASSERT_TRUE(run.carryOut({SetLayerAction{"line", "use_bias", false}}));
    EXPECT_EQ(run.state()->weights.at("line/kernel"), std::vector<float>{0.5F});
    ASSERT_TRUE(run.carryOut({SetTrainingAction{"seed", std::int64_t{8}}}));
    EXPECT_NE(run.state()->weights.at("line/kernel"), std::vector<float>{0.5F}) << "the die was rolled";
    ASSERT_TRUE(run.carryOut({ResetAction{}}));
    EXPECT_EQ(run.state()->weights.at("line/kernel"), std::vector<float>{0.5F});
}

TEST_F(LessonRuns, AnotherActivationKeepsTheWeights) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    ASSERT_TRUE(run.carryOut({SetWeightAction{"line/kernel", 0, 1.25},
                              SetLayerAction{"line", "activation", std::string("sigmoid")}}));
    EXPECT_EQ(run.state()->weights.at("line/kernel"), std::vector<float>{1.25F});
}

/// A folder for files that pass, in place of the system's own.
class OwnPassingPlace {
public:
    OwnPassingPlace()
        : m_before(std::getenv("TMPDIR") ? std::optional<std::string>(std::getenv("TMPDIR")) : std::nullopt) {
        ::setenv("TMPDIR", m_folder.path().c_str(), 1);
    }
    OwnPassingPlace(const OwnPassingPlace&) = delete;
    OwnPassingPlace& operator=(const OwnPassingPlace&) = delete;
    ~OwnPassingPlace() {
        if (m_before)
            ::setenv("TMPDIR", m_before->c_str(), 1);
        else
            ::unsetenv("TMPDIR");
    }
    [[nodiscard]] bool isEmpty() const { return std::filesystem::is_empty(m_folder.path()); }

private:
    PassingFolder m_folder{std::filesystem::temp_directory_path()};
    std::optional<std::string> m_before;
};

TEST_F(LessonRuns, ExportsAreReallyWrittenAndLeaveNothing) {
    const Lesson small = lesson();
    const OwnPassingPlace place;
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    EXPECT_EQ(run.state()->exports, 0);
    for (const char* format : {"onnx", "tfjs"}) {
        const auto done = run.carryOut({ExportAction{format}});
        ASSERT_TRUE(done) << format << ": " << done.error().text();
    }
    EXPECT_EQ(run.state()->exports, 2);
    EXPECT_TRUE(place.isEmpty());
    EXPECT_FALSE(run.carryOut({ExportAction{"nothing"}}));
    ASSERT_TRUE(run.carryOut({RemoveLayerAction{"line"}}));
    EXPECT_FALSE(run.carryOut({ExportAction{"onnx"}})) << "there is no network that could be written";
    EXPECT_EQ(run.state()->exports, 2);
    ::setenv("TMPDIR", "/nowhere", 1);
    ASSERT_TRUE(run.enter(small.steps[0]));
    EXPECT_FALSE(run.carryOut({ExportAction{"onnx"}})) << "there is no room to write it";
    EXPECT_EQ(run.state()->exports, 0);
}

TEST_F(LessonRuns, LooksThroughLenses) {
    const Lesson small = lesson();
    LessonRun run;
    EXPECT_FALSE(run.carryOut({LookAction{.lens = "adversary"}})) << "nothing is open";
    ASSERT_TRUE(run.enter(small.steps[2]));
    EXPECT_EQ(run.state()->value("lens.adversary.looks"), StateValue(0.0));
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = 50}}));
    const LookAction attack{.lens = "adversary",
                            .settings = {{"attack", std::string("one_step")}, {"epsilon", 0.25}},
                            .sample = 3};
    const auto done = run.carryOut({attack, LookAction{.lens = "confusion", .split = Split::Training}});
    ASSERT_TRUE(done) << done.error().text();
    auto state = run.state();
    EXPECT_EQ(state->value("lens.adversary.looks"), StateValue(1.0));
    EXPECT_EQ(state->value("lens.adversary.sample"), StateValue(3.0));
    EXPECT_EQ(state->value("lens.adversary.epsilon"), StateValue(0.25));
    EXPECT_EQ(state->value("lens.adversary.steps"), StateValue(1.0)) << "what was computed";
    EXPECT_GT(std::get<double>(state->value("lens.adversary.linf")), 0) << "the network was really attacked";
    EXPECT_EQ(state->value("lens.confusion.split"), StateValue(std::string("training")));
    EXPECT_EQ(state->value("lens.confusion.samples"), StateValue(360.0)) << "of 400 a tenth is kept aside";

    // A target that the network has not is found out by the lens itself.
    LookAction nowhere = attack;
    nowhere.settings["target"] = std::int64_t{9};
    EXPECT_FALSE(run.carryOut({nowhere}));
    EXPECT_EQ(run.state()->value("lens.adversary.looks"), StateValue(1.0));
    ASSERT_TRUE(run.enter(small.steps[2]));
    EXPECT_EQ(run.state()->value("lens.adversary.looks"), StateValue(0.0));
}

TEST_F(LessonRuns, WhatAPageShowsThroughALensIsNotTheLearnersLook) {
    replace("lesson.json", R"("open": {"template": "playground"},)",
            R"("open": {"template": "playground"}, "look": {"lens": "confusion"},)");
    LessonRun run;
    ASSERT_TRUE(run.enter(lesson().steps[2]));
    EXPECT_EQ(run.state()->value("lens.confusion.looks"), StateValue(0.0));
}

TEST_F(LessonRuns, MeasureWhatComputes) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    ASSERT_TRUE(run.carryOut({SetSpeedAction{0}, SetDeviceAction{"cpu"}, SetThreadsAction{1},
                              TrainAction{.steps = MeasuredSpeeds::kLeastSteps}}));
    auto state = run.state();
    EXPECT_EQ(state->experiment.threads, 1);
    EXPECT_EQ(state->device, "cpu");
    EXPECT_EQ(state->threads, 1);
    EXPECT_EQ(state->steps, MeasuredSpeeds::kLeastSteps);
    ASSERT_EQ(state->ways.size(), 1U);
    EXPECT_GT(state->ways[0].stepsPerSecond, 0);
    const std::vector<float> trained = state->weights.at("line/kernel");
    ASSERT_TRUE(run.carryOut({SetThreadsAction{2}}));
    state = run.state();
    EXPECT_EQ(state->threads, 2);
    EXPECT_EQ(state->weights.at("line/kernel"), trained) << "who computes changes nothing";
    EXPECT_EQ(state->ways.size(), 1U) << "nothing was trained in this way";
    ASSERT_TRUE(run.carryOut({TrainAction{.steps = MeasuredSpeeds::kLeastSteps}}));
    EXPECT_EQ(run.state()->ways.size(), 2U);
}

TEST_F(LessonRuns, AreTheSameEveryTime) {
    const Lesson small = lesson();
    std::vector<float> weights[2];
    for (auto& one : weights) {
        LessonRun run;
        ASSERT_TRUE(run.enter(small.steps[0]));
        ASSERT_TRUE(run.carryOut(small.steps[0].task->solution));
        one = run.state()->weights.at("line/kernel");
    }
    EXPECT_EQ(weights[0], weights[1]);
}

TEST_F(LessonRuns, DivergingIsAStateAndNoFailure) {
    const Lesson small = lesson();
    LessonRun run;
    ASSERT_TRUE(run.enter(small.steps[0]));
    ASSERT_TRUE(run.carryOut({SetTrainingAction{"learning_rate", 1e6}, TrainAction{.epochs = 20}}));
    auto state = run.state();
    ASSERT_TRUE(state) << state.error().text();
    EXPECT_TRUE(state->diverged);
    EXPECT_EQ(state->run, RunState::Diverged);
    ASSERT_TRUE(run.enter(small.steps[1]));
    EXPECT_FALSE(run.state()->diverged) << "since the step was entered";
}

TEST_F(LessonRuns, SayWhatCantBeDone) {
    const Lesson small = lesson();
    LessonRun run;
    EXPECT_FALSE(run.carryOut({TrainAction{.steps = 1}})) << "nothing is open";
    ASSERT_TRUE(run.state());
    ASSERT_TRUE(run.enter(small.steps[0]));
    EXPECT_FALSE(run.carryOut({SetWeightAction{"line/kernel", 7, 1}}));
    EXPECT_FALSE(run.carryOut({RemoveLayerAction{"nobody"}}));
    ASSERT_TRUE(run.carryOut({RemoveLayerAction{"line"}}));
    EXPECT_FALSE(run.carryOut({TrainAction{.steps = 1}}));
    const auto state = run.state();
    ASSERT_TRUE(state) << "what can't run can be looked at";
    EXPECT_FALSE(state->analysis.runnable());
    EXPECT_EQ(state->run, RunState::Idle);
}

TEST_F(LessonRuns, SolutionsMakeChecksTrue) {
    const auto outcomes = checkSolutions(lesson());
    ASSERT_EQ(outcomes.size(), 2U);
    for (const SolutionOutcome& one : outcomes) {
        EXPECT_TRUE(one.good()) << one.step << " " << one.problem << one.before << one.after;
        EXPECT_TRUE(one.missing.empty());
    }
}

TEST_F(LessonRuns, SolutionsThatSolveNothingAreFound) {
    replace("lesson.json", "\"check\": \"run.steps >= 4\"", "\"check\": \"run.steps >= 400\"");
    replace("lesson.json", "\"check\": \"network.layers == 3 and run.trained\"",
            "\"check\": \"network.layers >= 2\"");
    const auto outcomes = checkSolutions(lesson());
    ASSERT_EQ(outcomes.size(), 2U);
    EXPECT_FALSE(outcomes[0].good());
    EXPECT_FALSE(outcomes[0].after);
    ASSERT_EQ(outcomes[0].missing.size(), 1U);
    EXPECT_THAT(outcomes[0].missing[0].text, HasSubstr("run.steps >= 400"));
    EXPECT_FALSE(outcomes[1].good());
    EXPECT_TRUE(outcomes[1].before) << "a check that is true from the start asks nothing";
}

TEST_F(LessonRuns, MistakesThatFulfilATaskAreFound) {
    replace("lesson.json", "[{\"speed\": 5}]", "[{\"train\": {\"steps\": 8}}]");
    // Of a page that goes on with what is there: from what the page before leaves, not from another mistake.
    replace("lesson.json", "[{\"remove\": \"line\"}]",
            "[{\"add\": \"dense\", \"after\": \"points\", \"name\": \"more\", \"settings\": {\"units\": 3}},"
            " {\"train\": {\"steps\": 1}}]");
    const auto outcomes = checkSolutions(lesson());
    ASSERT_EQ(outcomes.size(), 2U);
    ASSERT_EQ(outcomes[0].mistakes.size(), 3U);
    EXPECT_FALSE(outcomes[0].good());
    EXPECT_TRUE(outcomes[0].mistakes[0].good()) << "one step of four";
    EXPECT_TRUE(outcomes[0].mistakes[1].good()) << "what was reset counts anew";
    EXPECT_TRUE(outcomes[0].mistakes[2].holds);
    ASSERT_EQ(outcomes[1].mistakes.size(), 3U);
    EXPECT_TRUE(outcomes[1].mistakes[0].good()) << outcomes[1].mistakes[0].problem;
    EXPECT_TRUE(outcomes[1].mistakes[1].good())
        << "two outputs for one number: " << outcomes[1].mistakes[1].problem;
    EXPECT_TRUE(outcomes[1].mistakes[2].holds);
}

TEST_F(LessonRuns, AMistakeThatCantBeMadeIsNone) {
    replace("lesson.json", "[{\"remove\": \"line\"}]",
            "[{\"remove\": \"line\"}, {\"train\": {\"steps\": 1}}]");
    const auto outcomes = checkSolutions(lesson());
    ASSERT_EQ(outcomes.size(), 2U);
    EXPECT_FALSE(outcomes[1].good());
    EXPECT_FALSE(outcomes[1].mistakes[2].problem.empty());
}

TEST_F(LessonRuns, CanBeInterrupted) {
    replace("lesson.json", "{\"train\": {\"epochs\": 1}}", "{\"train\": {\"epochs\": 100000}}");
    int asked = 0;
    const auto outcomes = checkSolutions(lesson(), [&asked] { return ++asked > 2; });
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_FALSE(outcomes[0].good());
}

} // namespace
} // namespace protomind
