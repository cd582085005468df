// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the lessons that come with the program, done as a learner does them.
#include "desktop/app/data/data_panel.h"
#include "desktop/app/lessons/highlight_frame.h"
#include "desktop/app/lessons/learners_hand.h"
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/app/training/training_panel.h"
#include "desktop/lessons/question_view.h"
#include "desktop/lessons/text/markdown_label.h"
#include "desktop/opened/opened_layer.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QUndoStack>

#include <algorithm>

#include "whole_run.h"

namespace protomind {
namespace {

class LessonByHandTest : public LessonWindow, public testing::WithParamInterface<const char*> {
protected:
    void SetUp() override {
        LessonWindow::SetUp();
        m_hand.emplace(*m_lab);
    }

    void doTask() {
        if (!step().task)
            return;
        ASSERT_FALSE(pane().task()->isDone());
        for (const LessonAction& action : step().task->solution) {
            (*m_hand)(action);
            if (HasFatalFailure())
                return;
        }
        const Task task = *step().task;
        EXPECT_TRUE(Laboratory::until([&] { return pane().task()->isDone(); }))
            << task.check.text() << ": " << missingText(task, guide().source().state()).toStdString();
    }

    void readHints() {
        auto* hint = m_lab->find<QPushButton>("lessonHint");
        while (hint && hint->isVisible())
            m_hand->click(hint);
    }

    /// Clicks every link of the page, and sees what comes of it.
    void followLinks() {
        auto* page = m_lab->find<QScrollArea>("lessonText");
        for (auto* label : page->widget()->findChildren<MarkdownLabel*>()) {
            if (!label->isVisible())
                continue;
            for (const MarkdownLabel::Link& link : label->links()) {
                SCOPED_TRACE(link.url.toString().toStdString());
                const QPoint place = label->linkRect(link).center();
                const QPoint onPage = label->mapTo(page->widget(), place);
                page->ensureVisible(onPage.x(), onPage.y());
                QApplication::processEvents();
                const Before before{m_lab->run.stepsDone(), m_lab->document.experiment().training.seed,
                                    m_lab->document.undoStack().index()};
                m_hand->clickAt(label->viewport(), place);
                if (HasFatalFailure())
                    return;
                expectWhatItSays(link.url, before);
                if (guide().lesson()->id != GetParam())
                    return; // The link led to another lesson, as it said.
            }
        }
    }

    void answerQuestions() {
        for (QuestionView* question : pane().questions()) {
            SCOPED_TRACE(question->question().id);
            answer(*question);
            EXPECT_TRUE(question->isAnswered());
        }
    }

    std::optional<LearnersHand> m_hand;

private:
    struct Before {
        std::int64_t steps;
        std::uint64_t seed;
        int index;
    };

    void expectWhatItSays(const QUrl& link, const Before& before) {
        RunController& run = m_lab->run;
        const QString what = link.path();
        if (link.scheme() == QLatin1String("highlight")) {
            auto* frame = m_lab->window.findChild<HighlightFrame*>();
            ASSERT_NE(frame, nullptr);
            EXPECT_TRUE(frame->isVisible());
            EXPECT_GT(frame->width() * frame->height(), 0);
        } else if (what == QLatin1String("train") || what.startsWith(QLatin1String("step"))) {
            EXPECT_TRUE(Laboratory::until(
                [&] { return run.stepsDone() > before.steps || run.state() == RunState::Diverged; }));
            run.pause();
            EXPECT_TRUE(Laboratory::until([&] { return !run.isTraining(); }));
        } else if (what == QLatin1String("pause")) {
            EXPECT_TRUE(Laboratory::until([&] { return !run.isTraining(); }));
        } else if (what == QLatin1String("reset")) {
            EXPECT_TRUE(Laboratory::until([&] { return run.stepsDone() == 0 && !run.isPreparing(); }));
        } else if (what == QLatin1String("die")) {
            EXPECT_NE(m_lab->document.experiment().training.seed, before.seed);
        } else if (what == QLatin1String("undo")) {
            EXPECT_EQ(m_lab->document.undoStack().index(), before.index - 1);
        } else if (what == QLatin1String("evaluate")) {
            EXPECT_TRUE(
                Laboratory::until([&] { return guide().source().state().test.accuracy.has_value(); }));
        } else if (what.startsWith(QLatin1String("inside/"))) {
            auto* opened = m_lab->find<OpenedLayer>("openedLayer");
            ASSERT_TRUE(Laboratory::until([&] { return opened->isVisible(); }));
            QTest::keyClick(opened, Qt::Key_Escape);
            EXPECT_TRUE(Laboratory::until([&] { return !opened->isVisible(); }));
        } else if (what == QLatin1String("data")) {
            EXPECT_TRUE(m_lab->window.findChild<DataPanel*>()->isVisible());
        } else if (what == QLatin1String("training")) {
            EXPECT_TRUE(m_lab->window.findChild<TrainingPanel*>()->isVisible());
        } else if (what == QLatin1String("runs")) {
            EXPECT_TRUE(m_lab->find<QWidget>("runsPanel")->isVisible());
        } else if (link.scheme() == QLatin1String("open")) {
            EXPECT_EQ(what.toStdString(), "lesson/" + guide().lesson()->id);
        } else {
            ADD_FAILURE() << "a link that this test does not know";
        }
        EXPECT_TRUE(Laboratory::until([&] { return !run.isPreparing(); }));
    }

    void answer(QuestionView& view) {
        const Question& asked = view.question();
        if (const auto* choice = std::get_if<ChoiceAnswer>(&asked.answer)) {
            m_hand->click(
                view.findChild<QWidget*>(QStringLiteral("answer-") + QString::fromStdString(choice->option)));
        } else if (const auto* number = std::get_if<NumberAnswer>(&asked.answer)) {
            auto* box = view.findChild<QLineEdit*>();
            m_hand->click(box);
            QTest::keyClicks(box, QString::number(number->value, 'g', 15));
        } else if (const auto* order = std::get_if<OrderAnswer>(&asked.answer)) {
            bringIntoOrder(view, order->options);
        } else {
            m_hand->chooseCard(std::get<LayerAnswer>(asked.answer).layer);
        }
        EXPECT_FALSE(view.isAnswered()) << "before it was given";
        QPushButton* give = nullptr;
        for (auto* button : view.findChildren<QPushButton*>())
            give = button->text() == QStringLiteral("Answer") ? button : give;
        m_hand->click(give);
    }

    void bringIntoOrder(QuestionView& view, const std::vector<std::string>& wanted) {
        auto* list = view.findChild<QListWidget*>();
        auto* up = view.findChild<QPushButton*>(QStringLiteral("orderUp"));
        for (int to = 0; to < list->count(); ++to) {
            // The button below may have moved it out of sight.
            m_hand->bringIntoSight(list);
            int from = to;
            while (list->item(from)->data(Qt::UserRole).toString().toStdString() !=
                   wanted[static_cast<std::size_t>(to)])
                ++from;
            m_hand->clickAt(list->viewport(), list->visualItemRect(list->item(from)).center());
            for (; from > to; --from)
                m_hand->click(up);
        }
    }
};

TEST_P(LessonByHandTest, EveryPageCanBeDoneAsItSays) {
    begin(GetParam());
    const std::size_t pages = guide().lesson()->steps.size();
    for (std::size_t page = 0; page < pages; ++page) {
        SCOPED_TRACE(guide().lesson()->steps[page].id);
        ASSERT_EQ(guide().page(), page);
        m_lab->run.setSpeed(0); // Tests have no time to watch.
        guess();
        ASSERT_TRUE(settled());
        readHints();
        doTask();
        answerQuestions();
        followLinks();
        if (HasFatalFailure())
            return;
        if (guide().lesson()->id != GetParam()) {
            EXPECT_EQ(page + 1, pages) << "the other pages were not looked at";
            return;
        }
        m_hand->click(m_lab->find<QPushButton>("lessonNext"));
    }
    EXPECT_FALSE(guide().isActive());
}

/// The last one trains networks for a minute and more.
std::vector<const char*> lessonsByHand() {
    std::vector<const char*> lessons{
        "rolling-downhill", "one-neuron",         "why-graphics-cards", "take-it-with-you",
        "filters-you-know", "filters-that-learn", "fooling-a-network",  "stickers-and-transfers",
        "hardening"};
    if (isWholeRun())
        lessons.push_back("build-your-own");
    return lessons;
}

INSTANTIATE_TEST_SUITE_P(Shipped, LessonByHandTest, testing::ValuesIn(lessonsByHand()), [](const auto& test) {
    std::string name = test.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

} // namespace
} // namespace protomind
