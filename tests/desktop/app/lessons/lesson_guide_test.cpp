// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/learners_hand.h"
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/app/lessons/line_fit_page.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/lessons/course_page.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace protomind {
namespace {

using LessonGuideTest = LessonWindow;

TEST_F(LessonGuideTest, WhatWasOpenBeforeComesBack) {
    const Network before = m_lab->document.network();
    const std::string data = m_lab->document.experiment().data;
    const TrainingSettings training = m_lab->document.experiment().training;
    begin("rolling-downhill");
    EXPECT_TRUE(pane().isVisible());
    EXPECT_NE(m_lab->document.experiment().data, data);
    press("lessonClose");
    EXPECT_FALSE(guide().isActive());
    EXPECT_FALSE(pane().isVisible());
    EXPECT_EQ(m_lab->document.network(), before);
    EXPECT_EQ(m_lab->document.experiment().data, data);
    EXPECT_EQ(m_lab->document.experiment().training, training);
    for (const char* name : {"trainButton", "dieButton", "leftTabs", "sideTabs", "lower"})
        EXPECT_TRUE(m_lab->find<QWidget>(name)->isVisible()) << name;
    for (const char* name : {"actionTrain", "actionReset", "actionRollSeed"})
        EXPECT_TRUE(m_lab->action(name)->isEnabled()) << name;
}

TEST_F(LessonGuideTest, AnotherProjectEndsTheLessonAndStays) {
    begin("rolling-downhill");
    m_lab->dialogs.nextAnswer = SaveAnswer::Discard;
    ASSERT_TRUE(m_lab->beginTemplate("spiral-mlp"));
    EXPECT_FALSE(guide().isActive());
    EXPECT_FALSE(pane().isVisible());
    EXPECT_TRUE(m_lab->find<QWidget>("leftTabs")->isVisible());
    const Network opened = m_lab->document.network();
    guide().leave(); // There is nothing to leave, and nothing to bring back.
    EXPECT_EQ(m_lab->document.network(), opened);
    EXPECT_EQ(m_lab->document.experiment().data, "spiral");
}

TEST_F(LessonGuideTest, ALearnerGoesOnWhereTheyWere) {
    begin("rolling-downhill");
    press("lessonNext");
    press("lessonNext");
    ASSERT_EQ(guide().page(), 2u);
    press("lessonClose");
    begin("rolling-downhill");
    EXPECT_EQ(guide().page(), 2u);
    press("lessonBack");
    EXPECT_EQ(guide().page(), 1u);
    open(); // The program ends, and begins again.
    begin("rolling-downhill");
    EXPECT_EQ(guide().page(), 1u);
}

TEST_F(LessonGuideTest, AnExportIsShownWhereItIsMade) {
    begin("take-it-with-you");
    turnTo("write");
    m_lab->run.setSpeed(0);
    m_lab->action("actionTrain")->trigger();
    ASSERT_TRUE(m_lab->untilState(RunState::Finished));
    EXPECT_EQ(m_lab->find<QWidget>("exportDialog"), nullptr);
    press("lessonShow");
    ASSERT_TRUE(Laboratory::until([&] { return m_lab->find<QWidget>("exportDialog") != nullptr; }));
    auto* list = m_lab->find<QListWidget>("exportFormats");
    ASSERT_NE(list->currentItem(), nullptr);
    EXPECT_EQ(list->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("tfjs"));
    EXPECT_EQ(guide().source().state().exports, 0) << "where the file goes is for the learner to say";
    EXPECT_FALSE(pane().task()->isDone());
    LearnersHand hand(*m_lab);
    hand(ExportAction{"tfjs"});
    EXPECT_TRUE(Laboratory::until([&] { return pane().task()->isDone(); }))
        << "the learner pressed the button";
}

TEST_F(LessonGuideTest, ADemonstrationMeasuresAtFullSpeedAndIsTakenBack) {
    begin("why-graphics-cards");
    turnTo("small");
    guess();
    const Experiment before = m_lab->document.experiment();
    press("lessonShow");
    ASSERT_TRUE(Laboratory::until(
        [&] { return m_lab->find<QAbstractButton>("lessonShow")->text() == QStringLiteral("Let me try"); }));
    EXPECT_TRUE(step().task->check.holds(guide().source().state()));
    EXPECT_FALSE(pane().task()->isDone()) << "the learner has not done it";
    press("lessonShow");
    EXPECT_EQ(m_lab->document.experiment().threads, before.threads);
    EXPECT_EQ(m_lab->document.experiment().device, before.device);
    EXPECT_TRUE(
        Laboratory::until([&] { return guide().source().state().value("speed.ways") == StateValue(0.0); }));
    EXPECT_FALSE(step().task->check.holds(guide().source().state()));
}

TEST_F(LessonGuideTest, AGuessComesBeforeTheRun) {
    begin("rolling-downhill");
    while (!step().prediction || step().hides.end() != std::ranges::find(step().hides, "train"))
        press("lessonNext");
    ASSERT_TRUE(pane().awaitsGuess());
    EXPECT_FALSE(m_lab->action("actionTrain")->isEnabled());
    guess();
    EXPECT_TRUE(m_lab->action("actionTrain")->isEnabled());
}

TEST_F(LessonGuideTest, ABendIsSeenOnTheWeightsThatThePageBeginsWith) {
    begin("one-neuron");
    turnTo("bend");
    const auto isAt = [this](const char* weight, const std::vector<float>& wanted) {
        return Laboratory::until([&] {
            const auto& weights = guide().source().weights();
            const auto found = weights.find(weight);
            return !m_lab->run.isPreparing() && found != weights.end() && found->second == wanted;
        });
    };
    ASSERT_TRUE(isAt("neuron/kernel", {2, 2}));
    LearnersHand hand(*m_lab);
    for (const LessonAction& bend : step().task->solution) {
        hand(bend);
        EXPECT_TRUE(isAt("neuron/kernel", {2, 2}));
    }
    EXPECT_TRUE(isAt("neuron/bias", {0}));
    m_lab->document.undoStack().undo();
    EXPECT_TRUE(isAt("neuron/kernel", {2, 2}));
}

TEST_F(LessonGuideTest, TheLineIsTheNetwork) {
    begin("rolling-downhill");
    press("lessonNext");
    auto* scene = m_lab->find<LineFitPage>("lessonScene");
    ASSERT_NE(scene, nullptr);
    ASSERT_TRUE(scene->isVisible());
    ASSERT_EQ(step().id, "by-hand");
    const auto isAt = [&](double m, double b) {
        return Laboratory::until([&, m, b] {
            return std::abs(scene->fit().weights().m - m) < 1e-6 &&
                   std::abs(scene->fit().weights().b - b) < 1e-6;
        });
    };
    ASSERT_TRUE(isAt(0, double(1.6f)));
    const std::string kernel = m_lab->document.network().layers().back().name + "/kernel";
    emit scene->weightsEdited(0.75, 0.75, 1);
    ASSERT_TRUE(Laboratory::until([&] { return pane().task()->isDone(); }));
    EXPECT_TRUE(Laboratory::until([&] {
        const auto& weights = guide().source().weights();
        const auto found = weights.find(kernel);
        return found != weights.end() && std::abs(found->second.front() - 0.75f) < 1e-6f;
    }));
    m_lab->document.undoStack().undo();
    EXPECT_TRUE(isAt(0, double(1.6f)));
}

TEST_F(LessonGuideTest, OnlyTheBendChangesWhenAnotherActivationIsChosen) {
    begin("one-neuron");
    press("lessonNext");
    ASSERT_EQ(step().id, "bend");
    ASSERT_TRUE(settled());
    const std::string kernel = "neuron/kernel";
    const std::vector<float> before = guide().source().weights().at(kernel);
    ASSERT_EQ(before, step().weights.at(kernel));
    const Layer* neuron = m_lab->document.network().layerNamed("neuron");
    ASSERT_NE(neuron, nullptr);
    const auto pictureOf = [&](const std::string& activation) {
        QSignalSpy prepared(&m_lab->run, &RunController::prepared);
        m_lab->document.undoStack().push(
            new SetField(m_lab->document, neuron->id, "activation", activation, newGesture()));
        EXPECT_TRUE(Laboratory::until([&] { return prepared.count() > 0 && m_lab->run.pictures(); }));
        EXPECT_EQ(guide().source().weights().at(kernel), before) << activation;
        return m_lab->run.pictures();
    };
    const auto relu = pictureOf("relu");
    const auto sigmoid = pictureOf("sigmoid");
    EXPECT_NE(relu, sigmoid);
    EXPECT_TRUE(Laboratory::until([&] { return pane().task()->isDone(); }));
    m_lab->document.undoStack().undo();
    m_lab->document.undoStack().undo();
    EXPECT_TRUE(Laboratory::until([&] { return m_lab->run.pictures() != nullptr; }));
    EXPECT_EQ(guide().source().weights().at(kernel), before);
}

/// Every page of both lessons: guess, see how it is done, take it back, and go on.
class WholeLesson : public LessonWindow, public testing::WithParamInterface<const char*> {};

TEST_P(WholeLesson, EveryDemonstrationFulfilsItsTaskAndIsTakenBack) {
    begin(GetParam());
    const std::size_t pages = guide().lesson()->steps.size();
    for (std::size_t page = 0; page < pages; ++page) {
        SCOPED_TRACE(guide().lesson()->steps[page].id);
        ASSERT_EQ(guide().page(), page);
        guess();
        if (step().task && !step().demonstration().empty()) {
            const Task task = *step().task;
            const Expression& check = task.check;
            ASSERT_TRUE(settled());
            ASSERT_FALSE(check.holds(guide().source().state()));
            press("lessonShow");
            ASSERT_TRUE(Laboratory::until([&] { return check.holds(guide().source().state()); }))
                << check.text() << ": " << missingText(task, guide().source().state()).toStdString();
            ASSERT_TRUE(Laboratory::until([&] {
                return m_lab->find<QPushButton>("lessonShow")->text() == QStringLiteral("Let me try");
            }));
            EXPECT_FALSE(pane().task()->isDone());
            press("lessonShow");
            EXPECT_TRUE(Laboratory::until([&] { return !check.holds(guide().source().state()); }));
        }
        press("lessonNext");
    }
    EXPECT_FALSE(guide().isActive());
    m_lab->action("actionLessons")->trigger();
    const auto* card = m_lab->find<LessonCard>((std::string("lesson-") + GetParam()).c_str());
    ASSERT_NE(card, nullptr);
    EXPECT_TRUE(card->entry().finished);
}

INSTANTIATE_TEST_SUITE_P(Shipped, WholeLesson, testing::Values("rolling-downhill", "one-neuron"),
                         [](const auto& test) { return std::string(test.param).substr(0, 3); });

} // namespace
} // namespace protomind
