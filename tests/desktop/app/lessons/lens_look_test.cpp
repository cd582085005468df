// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons that look through lenses, as a learner does them.
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/app/lenses/lens_settings.h"
#include "desktop/app/lessons/learners_hand.h"
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/lenses/lens_result_view.h"
#include "studio/course/lesson_run.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QTabWidget>

#include <fstream>

namespace protomind {
namespace {

class LessonLooksTest : public LessonWindow {
protected:
    void SetUp() override {
        m_lessons = std::filesystem::path(m_folder.path().toStdString()) / "lessons";
        const auto folder = m_lessons / "looks";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "lesson.json") << R"({
  "lesson": 1, "title": "Looks", "summary": "Look inside.", "minutes": 5, "level": "beginner",
  "steps": [{
    "id": "attack", "open": {"template": "playground"},
    "look": {"lens": "adversary", "sample": 2, "settings": {"attack": "noise", "epsilon": 0.5}},
    "task": {"check": "lens.adversary.sample == 5 and lens.adversary.attack == \"one_step\"",
             "solution": [{"look": "adversary", "sample": 5, "settings": {"attack": "one_step"}}]}
  }, {
    "id": "count",
    "task": {"check": "lens.adversary.looks >= 1 or lens.confusion.looks >= 1",
             "solution": [{"look": "confusion", "split": "training"}]}
  }]
})";
        std::ofstream(folder / "lesson.md")
            << "# Looks\n\nLook inside.\n\n## Attack {#attack}\n\nLook.\n\n### Task\n\nLook.\n\n"
               "## Count {#count}\n\nLook.\n\n### Task\n\nLook.\n";
        LessonWindow::SetUp();
        begin("looks");
        ASSERT_TRUE(settled());
    }
    LensPanel& panel() { return *m_lab->find<LensPanel>("lensPanel"); }
    StateValue seen(const char* name) { return guide().source().state().value(std::string("lens.") + name); }
    bool isDone() {
        return Laboratory::until([&] { return pane().task()->isDone(); });
    }
    bool isShown() {
        return Laboratory::until([&] { return panel().result() != nullptr; });
    }
};

TEST_F(LessonLooksTest, APageOpensItsLensAndThatIsNotTheLearnersLook) {
    EXPECT_EQ(m_lab->find<QTabWidget>("sideTabs")->currentWidget(), &panel());
    EXPECT_EQ(panel().lens().name, "adversary");
    ASSERT_TRUE(isShown());
    EXPECT_EQ(m_lab->find<QSpinBox>("lensSample")->value(), 2);
    EXPECT_EQ(panel().findChild<LensSettings*>()->settings(),
              (Settings{{"attack", std::string("noise")}, {"epsilon", 0.5}}));
    EXPECT_EQ(seen("adversary.looks"), StateValue(0.0));
    EXPECT_FALSE(pane().task()->isDone());
}

TEST_F(LessonLooksTest, ALookByHandFulfilsATask) {
    ASSERT_TRUE(isShown());
    LearnersHand hand(*m_lab);
    hand(step().task->solution.front());
    EXPECT_TRUE(isDone()) << missingText(*step().task, guide().source().state()).toStdString();
    EXPECT_EQ(seen("adversary.epsilon"), StateValue(0.5)) << "as the page has it";
}

TEST_F(LessonLooksTest, WhatIsShownInALearnersPlaceIsDoneTheSameWay) {
    press("lessonShow");
    ASSERT_TRUE(Laboratory::until([&] { return step().task->check.holds(guide().source().state()); }))
        << missingText(*step().task, guide().source().state()).toStdString();
    EXPECT_FALSE(pane().task()->isDone()) << "what is shown is not the learner's doing";
    EXPECT_EQ(m_lab->find<QSpinBox>("lensSample")->value(), 5);
    EXPECT_EQ(seen("adversary.epsilon"), StateValue(0.1)) << "the lens's default, not the page's";
    LessonRun alone;
    ASSERT_TRUE(alone.enter(step()));
    ASSERT_TRUE(alone.carryOut(step().task->solution));
    const auto wanted = alone.state();
    ASSERT_TRUE(wanted);
    for (const StateName& name : lensStateNames())
        if (std::string_view(name.name).starts_with("lens.adversary.") &&
            !std::string_view(name.name).ends_with(".looks")) {
            EXPECT_EQ(guide().source().state().value(name.name), wanted->value(name.name)) << name.name;
        }
}

TEST_F(LessonLooksTest, WhatWasShownIsTakenBack) {
    press("lessonShow");
    ASSERT_TRUE(Laboratory::until([&] { return step().task->check.holds(guide().source().state()); }));
    auto* button = m_lab->find<QAbstractButton>("lessonShow");
    ASSERT_TRUE(Laboratory::until([&] { return button->text() == QStringLiteral("Let me try"); }));
    press("lessonShow");
    EXPECT_EQ(seen("adversary.looks"), StateValue(0.0));
    EXPECT_EQ(m_lab->find<QSpinBox>("lensSample")->value(), 2) << "as the page has it";
    ASSERT_TRUE(Laboratory::until([&] { return panel().result() && !m_lab->run.isPreparing(); }));
    EXPECT_FALSE(pane().task()->isDone());
    LearnersHand hand(*m_lab);
    hand(step().task->solution.front());
    EXPECT_TRUE(isDone());
}

TEST_F(LessonLooksTest, WhatIsStillOpenFromThePageBeforeIsNoLookYet) {
    ASSERT_TRUE(isShown());
    press("lessonNext");
    ASSERT_EQ(step().id, "count");
    ASSERT_TRUE(settled());
    ASSERT_TRUE(isShown());
    EXPECT_EQ(seen("adversary.looks"), StateValue(0.0));
    EXPECT_FALSE(pane().task()->isDone());
    m_lab->run.setSpeed(0);
    m_lab->action("actionStep")->trigger();
    EXPECT_TRUE(isDone()) << "the network that learned is looked at by itself, and the learner sees it";
}

/// What a learner had chosen before the lesson is there after it.
TEST_F(LessonLooksTest, LeavesTheLearnersOwnChoicesAsTheyWere) {
    ASSERT_TRUE(isShown());
    guide().leave();
    ASSERT_TRUE(Laboratory::until([&] { return !guide().isActive(); }));
    auto* settings = panel().findChild<LensSettings*>();
    panel().setLens("adversary");
    EXPECT_EQ(settings->settings(), Settings()) << "the page's are gone";
    settings->set("epsilon", 0.7);
    panel().setLens("weights");
    begin("looks");
    ASSERT_TRUE(settled());
    EXPECT_EQ(panel().lens().name, "adversary");
    EXPECT_NE(settings->settings(), (Settings{{"epsilon", 0.7}}));
    guide().leave();
    ASSERT_TRUE(Laboratory::until([&] { return !guide().isActive(); }));
    EXPECT_EQ(panel().lens().name, "weights");
    panel().setLens("adversary");
    EXPECT_EQ(settings->settings(), (Settings{{"epsilon", 0.7}}));
    EXPECT_TRUE(m_lab->find<QCheckBox>("lensShownSample")->isChecked());
}

TEST_F(LessonLooksTest, AnotherLensCountsForItself) {
    press("lessonNext");
    ASSERT_TRUE(settled());
    LearnersHand hand(*m_lab);
    hand(step().task->solution.front());
    EXPECT_TRUE(isDone());
    EXPECT_EQ(seen("confusion.split"), StateValue(std::string("training")));
    EXPECT_EQ(seen("adversary.looks"), StateValue(0.0));
}

} // namespace
} // namespace protomind
