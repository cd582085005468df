// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "studio/course/lesson_run.h"
#include "studio/course/run_curve.h"
#include "studio/course/task_check.h"

#include <QLabel>
#include <QSignalSpy>

#include <algorithm>
#include <fstream>

namespace protomind {
namespace {

/// What a page says of a run, held against the run.
class LessonFiguresTest : public LessonWindow {
protected:
    void stepOnce() {
        const std::int64_t next = m_lab->run.stepsDone() + 1;
        m_lab->action("actionStep")->trigger();
        ASSERT_TRUE(Laboratory::until(
            [&] { return m_lab->run.stepsDone() == next && m_lab->run.state() != RunState::Training; }));
    }
};

TEST_F(LessonFiguresTest, OneLuckyBatchDoesNotDoATask) {
    begin("one-neuron");
    turnTo("two-in-a-row");
    const Expression check = step().task->check;
    const std::int64_t hidden =
        std::get<std::int64_t>(m_lab->document.network().layerNamed("hidden")->settings.at("units"));
    ASSERT_EQ(hidden, 1) << "a single border parts at most three clouds of four";
    double best = 0;
    QObject::connect(&m_lab->run, &RunController::progressed, pane().window(),
                     [&best](const Progress& now) { best = std::max(best, now.accuracy); });
    for (int i = 0; i < 160; ++i) {
        stepOnce();
        ASSERT_FALSE(check.holds(guide().source().state())) << "after " << i + 1 << " steps";
    }
    EXPECT_GE(best, 0.95) << "there was no lucky batch to be taken in by";
    EXPECT_FALSE(pane().task()->isDone());
}

TEST_F(LessonFiguresTest, WhatAnotherNetworkLearnedDoesNoTask) {
    begin("one-neuron");
    turnTo("two-in-a-row");
    const Expression check = step().task->check;
    const auto setUnits = [this](std::int64_t units) {
        const Layer* hidden = m_lab->document.network().layerNamed("hidden");
        m_lab->document.undoStack().push(
            new SetField(m_lab->document, hidden->id, "units", units, newGesture()));
    };
    setUnits(8);
    m_lab->run.setSpeed(0);
    m_lab->run.train();
    ASSERT_TRUE(Laboratory::until([&] { return m_lab->run.state() == RunState::Finished; }));
    ASSERT_TRUE(Laboratory::until([&] { return guide().source().state().train.accuracy >= 0.95; }));
    ASSERT_FALSE(check.holds(guide().source().state())) << "33 parameters are too many";
    QSignalSpy prepared(&m_lab->run, &RunController::prepared);
    setUnits(2);
    EXPECT_TRUE(Laboratory::until([&] {
        EXPECT_FALSE(check.holds(guide().source().state()));
        return !prepared.empty();
    }));
    EXPECT_FALSE(pane().task()->isDone());
}

TEST_F(LessonFiguresTest, AreTheSameAtAnySpeedAndWithoutAWindow) {
    begin("one-neuron");
    turnTo("two-in-a-row");
    LessonRun alone;
    ASSERT_TRUE(alone.enter(step()));
    ASSERT_TRUE(alone.carryOut({TrainAction{.steps = 10}}));
    const auto wanted = alone.state();
    ASSERT_TRUE(wanted && wanted->train.loss);
    for (int i = 0; i < 10; ++i)
        stepOnce();
    const auto isSame = [&] {
        const LiveState now = guide().source().state();
        return now.steps == 10 && now.train.loss == wanted->train.loss &&
               now.train.accuracy == wanted->train.accuracy && now.epochs == wanted->epochs &&
               now.epochBefore.train.loss == wanted->epochBefore.train.loss;
    };
    EXPECT_TRUE(Laboratory::until(isSame)) << "step by step";
    m_lab->run.reset();
    ASSERT_TRUE(Laboratory::until([&] { return guide().source().state().steps == 0; }));
    EXPECT_FALSE(guide().source().state().train.loss);
}

TEST_F(LessonFiguresTest, ATestIsForgottenWhenTheWeightsMove) {
    begin("one-neuron");
    turnTo("by-hand");
    m_lab->action("actionEvaluate")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return guide().source().state().test.accuracy.has_value(); }));
    const LayerId neuron = m_lab->document.network().layerNamed("neuron")->id;
    m_lab->document.undoStack().push(new MoveWeights(
        m_lab->document, neuron, {{.weight = "kernel", .index = 0, .before = 4, .after = 3}}));
    EXPECT_FALSE(guide().source().state().test.accuracy);
}

TEST_F(LessonFiguresTest, WhatWasTestedOnOnePageDoesNotStandOnTheNext) {
    begin("one-neuron");
    turnTo("by-hand");
    auto* result = m_lab->find<QLabel>("testResult");
    ASSERT_NE(result, nullptr);
    m_lab->action("actionEvaluate")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return !result->text().isEmpty(); }));
    // One that is shown, and one whose answer is still on its way.
    m_lab->action("actionEvaluate")->trigger();
    press("lessonNext");
    EXPECT_EQ(result->text(), QString());
    ASSERT_TRUE(settled()); // After the answer, if there was one.
    EXPECT_EQ(result->text(), QString());
    EXPECT_FALSE(guide().source().state().test.accuracy);
}

TEST_F(LessonFiguresTest, WhatWasTestedGoesWithTheWeightsOnReset) {
    auto* result = m_lab->find<QLabel>("testResult");
    m_lab->action("actionEvaluate")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return !result->text().isEmpty(); }));
    m_lab->action("actionReset")->trigger();
    EXPECT_EQ(result->text(), QString());
    ASSERT_TRUE(Laboratory::until([&] { return !m_lab->run.isPreparing(); }));
    EXPECT_EQ(result->text(), QString());
}

/// A lesson whose guess is a curve.
class GuessedCurveTest : public LessonFiguresTest {
protected:
    void SetUp() override {
        m_lessons = std::filesystem::path(m_folder.path().toStdString()) / "lessons";
        const auto folder = m_lessons / "curves";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "lesson.json") << R"({
  "lesson": 1, "title": "Curves", "summary": "Guess one.", "minutes": 5, "level": "beginner",
  "steps": [{
    "id": "kept-aside", "open": {"template": "playground"},
    "training": {"validation": 0.5, "epochs": 100000, "seed": 7},
    "predict": {"id": "curve", "kind": "curve", "answer": "validation.loss", "range": [[0, 20], [0, 1]]},
    "task": {"check": "run.epochs >= 2", "solution": [{"train": {"epochs": 2}}]}
  }]
})";
        std::ofstream(folder / "lesson.md")
            << "# Curves\n\nGuess one.\n\n## Kept aside {#kept-aside}\n\nLook.\n\n"
               "### Predict {#curve}\n\nDraw it.\n\n#### Afterwards\n\nSo it went."
               "\n\n### Task\n\nTrain.\n";
        LessonFiguresTest::SetUp();
        begin("curves");
        ASSERT_TRUE(settled());
        guess();
    }
    const QPolygonF& shown() { return pane().prediction()->findChild<GuessPad*>()->trueCurve(); }
    void expectTheRun() {
        const auto curve = runCurve(m_lab->run.history(), "validation.loss");
        ASSERT_GE(shown().size(), 1);
        ASSERT_LE(shown().size(), static_cast<qsizetype>(curve.size()));
        EXPECT_EQ(shown().back().x(), curve.back()[0]);
        EXPECT_EQ(shown().back().y(), curve.back()[1]);
        EXPECT_NE(shown().back().y(), m_lab->run.history().back().loss);
    }
};

TEST_F(GuessedCurveTest, IsHeldAgainstTheFigureThatWasAskedFor) {
    for (int epoch = 1; epoch <= 5; ++epoch) {
        m_lab->action("actionStepEpoch")->trigger();
        ASSERT_TRUE(Laboratory::until([&] {
            return m_lab->run.history().size() == static_cast<std::size_t>(epoch) &&
                   m_lab->run.state() != RunState::Training;
        }));
        ASSERT_TRUE(Laboratory::until([&] { return epoch < 2 || shown().size() == epoch; }))
            << "the longer run, where one goes on";
    }
    ASSERT_TRUE(pane().task()->isDone());
    expectTheRun();
}

TEST_F(GuessedCurveTest, IsHeldAgainstTheWholeRunWhenItIsOver) {
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(Laboratory::until([&] { return pane().task()->isDone(); }));
    ASSERT_EQ(m_lab->run.state(), RunState::Training);
    EXPECT_FALSE(pane().prediction()->isRevealed()) << "the run is not over";
    const std::size_t before = m_lab->run.history().size();
    ASSERT_TRUE(m_lab->untilEpochs(before + 10));
    m_lab->run.pause();
    ASSERT_TRUE(m_lab->untilState(RunState::Paused));
    EXPECT_TRUE(pane().prediction()->isRevealed());
    EXPECT_GE(shown().size(), static_cast<qsizetype>(before) + 10);
    expectTheRun();
}

} // namespace
} // namespace protomind
