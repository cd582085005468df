// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/laboratory.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/lessons/guess/guess_pad.h"
#include "desktop/lessons/guess_view.h"
#include "desktop/lessons/lesson_pane.h"
#include "desktop/lessons/task_view.h"

#include <QAbstractButton>

#include <gtest/gtest.h>

namespace protomind {

/// Lessons as a learner does them: with the mouse, in the whole window.
class LessonWindow : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        open();
    }
    void open() {
        m_lab.reset();
        m_lab = std::make_unique<Laboratory>(m_folder.path(), nullptr, loadData, steadyClock(), m_lessons);
        ASSERT_TRUE(m_lab->startWith("playground"));
        guide().setDemonstrationPace(5, 0.2);
    }
    LessonGuide& guide() { return m_lab->window.lessons(); }
    LessonPane& pane() { return *m_lab->find<LessonPane>("lessonPane"); }
    void press(const char* name) {
        auto* button = m_lab->find<QAbstractButton>(name);
        ASSERT_NE(button, nullptr) << name;
        ASSERT_TRUE(button->isEnabled()) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void begin(const char* lesson) {
        m_lab->action("actionLessons")->trigger();
        const std::string card = std::string("lesson-") + lesson;
        ASSERT_TRUE(Laboratory::until([&] { return m_lab->find<QAbstractButton>(card.c_str()) != nullptr; }));
        press(card.c_str());
        ASSERT_TRUE(guide().isActive());
    }
    const LessonStep& step() { return guide().lesson()->steps[guide().page()]; }
    /// Where the page is laid out.
    static void draw(GuessPad& pad) {
        ASSERT_TRUE(Laboratory::until([&] { return pad.size() == pad.sizeHint() || pad.height() >= 100; }));
        const QPoint middle = pad.rect().center();
        QTest::mousePress(&pad, Qt::LeftButton, Qt::NoModifier, middle);
        QTest::mouseMove(&pad, middle + QPoint(20, 10));
        QTest::mouseRelease(&pad, Qt::LeftButton, Qt::NoModifier, middle + QPoint(20, 10));
    }
    bool settled() {
        return Laboratory::until([&] { return guide().isSettled(); });
    }
    /// The guess of the page, whatever it is.
    void guess() {
        if (!pane().awaitsGuess())
            return;
        const Prediction& asked = pane().prediction()->prediction();
        if (asked.kind == Prediction::Kind::Choice)
            press((std::string("guess-") + asked.options.front().id).c_str());
        else
            draw(*pane().prediction()->findChild<GuessPad*>());
        press("keepGuess");
        EXPECT_FALSE(pane().awaitsGuess());
    }

    /// To the page of this id, however many are skipped.
    void turnTo(const char* id) {
        while (step().id != id)
            press("lessonNext");
        ASSERT_TRUE(settled());
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_lessons = sourceFolder() / "lessons";
    std::unique_ptr<Laboratory> m_lab;
};

} // namespace protomind
