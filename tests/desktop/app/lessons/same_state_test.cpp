// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A check of a lesson sees the same in the window and without one.
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "studio/course/lesson_run.h"

#include <fstream>

namespace protomind {
namespace {

constexpr const char* kKernel = "Convolution/kernel";
constexpr std::int64_t kKernelSize = 5 * 5 * 16;

std::string differencesOf(const LiveState& window, const LiveState& alone) {
    std::string all;
    const auto compare = [&all](const std::string& name, const StateValue& here, const StateValue& there) {
        if (here != there)
            all += name + ": " + stateText(here) + " in the window, " + stateText(there) + " without one\n";
    };
    // How fast it was is measured, and never the same.
    const auto isMeasured = [](std::string_view name) {
        return name == "run.steps_per_second" || (name.starts_with("speed.") && name != "speed.ways");
    };
    for (const StateName& name : stateNames())
        if (!isMeasured(name.name))
            compare(name.name, window.value(name.name), alone.value(name.name));
    for (std::int64_t index = 0; index < kKernelSize; ++index)
        compare("kernel " + std::to_string(index), window.weight(kKernel, index),
                alone.weight(kKernel, index));
    return all;
}

class SameStateTest : public LessonWindow {
protected:
    void SetUp() override {
        m_lessons = std::filesystem::path(m_folder.path().toStdString()) / "lessons";
        const auto folder = m_lessons / "filters";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "lesson.json") << R"({
  "lesson": 1, "title": "Filters", "summary": "Look at one.", "minutes": 5, "level": "beginner",
  "steps": [{
    "id": "kernel", "open": {"template": "digits-convnet"}, "data": "digits?samples=100&test=20",
    "training": {"validation": 0.2, "epochs": 2, "batch_size": 16, "schedule": "constant", "seed": 7},
    "task": {"check": "weight(\"Convolution/kernel\", 3) == 0.5",
             "solution": [{"weight": "Convolution/kernel", "index": 3, "to": 0.5}]}
  }]
})";
        std::ofstream(folder / "lesson.md")
            << "# Filters\n\nLook at one.\n\n## A kernel {#kernel}\n\nLook.\n\n"
               "### Task\n\nMove it.\n";
        LessonWindow::SetUp();
        begin("filters");
        ASSERT_TRUE(settled());
        m_alone = std::make_unique<LessonRun>();
        ASSERT_TRUE(m_alone->enter(step()));
        ASSERT_TRUE(m_alone->carryOut({SetSpeedAction{0}})) << "the laboratory's pace";
    }

    void alone(LessonAction action) {
        const auto done = m_alone->carryOut({std::move(action)});
        ASSERT_TRUE(done) << done.error().text();
    }
    void expectSame(const char* after) {
        const auto wanted = m_alone->state();
        ASSERT_TRUE(wanted) << wanted.error().text();
        EXPECT_TRUE(Laboratory::until([&] {
            return differencesOf(guide().source().state(), *wanted).empty();
        })) << "after "
            << after << ":\n"
            << differencesOf(guide().source().state(), *wanted);
    }
    void trainOneStep() { trainOneStep(m_lab->run.stepsDone() + 1); }
    void trainOneStep(std::int64_t next) {
        m_lab->action("actionStep")->trigger();
        ASSERT_TRUE(Laboratory::until(
            [&] { return m_lab->run.stepsDone() == next && m_lab->run.state() != RunState::Training; }));
        alone(TrainAction{.steps = 1});
    }
    void setTraining(const char* field, const FieldValue& value) {
        TrainingSettings settings = m_lab->document.experiment().training;
        setTrainingField(settings, field, value);
        m_lab->document.undoStack().push(new SetTraining(m_lab->document, field, settings));
        alone(SetTrainingAction{field, value});
    }

    std::unique_ptr<LessonRun> m_alone;
};

TEST_F(SameStateTest, AfterEverythingThatALearnerDoes) {
    expectSame("entering");
    for (int step = 0; step < 6; ++step) // an epoch has five
        trainOneStep();
    expectSame("six steps");

    m_lab->action("actionEvaluate")->trigger();
    alone(EvaluateAction{});
    expectSame("a test");
    EXPECT_TRUE(guide().source().state().test.loss);
    EXPECT_EQ(guide().source().state().value("runs.tested"), StateValue(1.0));
    EXPECT_EQ(m_lab->document.runs().size(), 1u) << "the list is the lesson's own";

    setTraining("learning_rate", 0.01);
    expectSame("another learning rate");
    trainOneStep();
    expectSame("a step at that rate");

    const LayerId layer = m_lab->document.network().layerNamed("Convolution")->id;
    m_lab->document.undoStack().push(new MoveWeights(
        m_lab->document, layer, {{.weight = "kernel", .index = 3, .before = 0, .after = 0.5}}));
    alone(SetWeightAction{kKernel, 3, 0.5});
    expectSame("a weight was moved by hand");
    EXPECT_TRUE(Laboratory::until([&] { return pane().task()->isDone(); })) << "a kernel of a convolution";
    EXPECT_TRUE(step().task->check.holds(m_alone->state().value()));

    m_lab->action("actionReset")->trigger();
    alone(ResetAction{});
    expectSame("a reset");

    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab->untilState(RunState::Finished));
    alone(TrainAction{.epochs = 2});
    alone(EvaluateAction{}); // at the end the window tests by itself
    expectSame("all epochs");
    EXPECT_EQ(guide().source().state().value("run.state"), StateValue(std::string("finished")));
}

TEST_F(SameStateTest, AfterOtherThreads) {
    m_lab->document.undoStack().push(new SetThreads(m_lab->document, 1));
    alone(SetThreadsAction{1});
    trainOneStep();
    expectSame("a step with one thread");
    EXPECT_EQ(guide().source().state().value("run.threads"), StateValue(1.0));
    m_lab->run.setSpeed(0);
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab->untilState(RunState::Finished));
    alone(TrainAction{.steps = 9});
    alone(EvaluateAction{}); // at the end the window tests by itself
    expectSame("too few steps to be measured");
    EXPECT_EQ(guide().source().state().value("speed.ways"), StateValue(0.0));
}

TEST_F(SameStateTest, AfterSettingsThatNeedAnotherPreparation) {
    trainOneStep();
    setTraining("l2", 0.25);
    trainOneStep();
    expectSame("a step with a penalty");
    setTraining("seed", std::int64_t{8});
    trainOneStep(1);
    expectSame("a step from other weights");
}

} // namespace
} // namespace protomind
