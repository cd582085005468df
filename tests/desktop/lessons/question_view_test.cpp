// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/answer_button.h"
#include "desktop/lessons/question_view.h"
#include "desktop/lessons/text/formula_pictures.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

Question choice() {
    return {.id = "steeper",
            .question = "What makes it steeper?",
            .answer = ChoiceAnswer{"m"},
            .options = {{"b", "A larger b", "b lifts the line."}, {"m", "A larger m", "m is its slope."}},
            .whenRight = {},
            .whenWrong = {}};
}

LessonWords words() {
    static const FormulaPictures kFormulas;
    return {.formulas = &kFormulas, .folder = {}};
}

void press(QWidget& parent, const char* name) {
    auto* button = parent.findChild<QAbstractButton*>(QLatin1String(name));
    ASSERT_NE(button, nullptr) << name;
    QTest::mouseClick(button, Qt::LeftButton);
}

QPushButton& giveAnswer(const QWidget& view) {
    return *view.findChild<QPushButton*>(QStringLiteral("giveAnswer"));
}

QStringList answersOf(const QSignalSpy& spy) {
    QStringList answers;
    for (const QList<QVariant>& call : spy)
        answers << call[0].toString() +
                       (call[1].toBool() ? QStringLiteral(" right") : QStringLiteral(" wrong"));
    return answers;
}

TEST(QuestionViewTest, EveryChoiceIsExplainedAndAWrongOneIsNotTheEnd) {
    QuestionView view(choice(), words());
    view.resize(400, 400);
    view.show();
    const QSignalSpy answered(&view, &QuestionView::answered);
    press(view, "answer-b");
    press(view, "giveAnswer");
    EXPECT_FALSE(view.isAnswered());
    EXPECT_EQ(view.findChild<AnswerButton*>(QStringLiteral("answer-b"))->verdict(),
              AnswerButton::Verdict::Wrong);
    press(view, "answer-b"); // Once is enough.
    EXPECT_FALSE(giveAnswer(view).isEnabled());
    press(view, "answer-m");
    press(view, "giveAnswer");
    EXPECT_TRUE(view.isAnswered());
    EXPECT_FALSE(giveAnswer(view).isVisible());
    press(view, "answer-b");
    EXPECT_EQ(answersOf(answered), QStringList({QStringLiteral("b wrong"), QStringLiteral("m right")}));
}

TEST(QuestionViewTest, AnswersCanBeGivenWithTheKeys) {
    QuestionView view(choice(), words());
    view.show();
    const QSignalSpy answered(&view, &QuestionView::answered);
    auto* option = view.findChild<QAbstractButton*>(QStringLiteral("answer-m"));
    QTest::keyClick(option, Qt::Key_Return); // Nothing is chosen yet.
    QTest::keyClick(option, Qt::Key_Space);
    EXPECT_EQ(answered.count(), 0);
    QTest::keyClick(option, Qt::Key_Return);
    EXPECT_EQ(answersOf(answered), QStringList({QStringLiteral("m right")}));
}

TEST(QuestionViewTest, ChoosingIsNotAnsweringYet) {
    QuestionView view(choice(), words());
    view.show();
    const QSignalSpy answered(&view, &QuestionView::answered);
    EXPECT_FALSE(giveAnswer(view).isEnabled());
    EXPECT_FALSE(giveAnswer(view).toolTip().isEmpty());
    press(view, "answer-b");
    press(view, "answer-m"); // thought better of it
    EXPECT_FALSE(view.findChild<QAbstractButton*>(QStringLiteral("answer-b"))->isChecked());
    EXPECT_EQ(answered.count(), 0);
    press(view, "giveAnswer");
    EXPECT_EQ(answersOf(answered), QStringList({QStringLiteral("m right")}));
}

TEST(QuestionViewTest, ANumberMayBeOffByItsTolerance) {
    QuestionView view({.id = "n",
                       .question = "How much?",
                       .answer = NumberAnswer{0.5, 0.05},
                       .options = {},
                       .whenRight = "Yes.",
                       .whenWrong = "No."},
                      words());
    view.show();
    const QSignalSpy answered(&view, &QuestionView::answered);
    auto* edit = view.findChild<QLineEdit*>(QStringLiteral("numberAnswer"));
    ASSERT_NE(edit, nullptr);
    for (const char* text : {"half", "0.56", "0.55"}) {
        edit->clear();
        QTest::keyClicks(edit, QLatin1String(text));
        QTest::keyClick(edit, Qt::Key_Return);
    }
    EXPECT_EQ(answersOf(answered), QStringList({QStringLiteral("0.56 wrong"), QStringLiteral("0.55 right")}));
    EXPECT_FALSE(edit->isEnabled());
}

TEST(QuestionViewTest, ThousandsMayStandApart) {
    for (const char* text : {"62730", "62,730"}) {
        QuestionView view({.id = "n",
                           .question = "How many?",
                           .answer = NumberAnswer{62730, 0},
                           .options = {},
                           .whenRight = "Yes.",
                           .whenWrong = "No."},
                          words());
        view.show();
        const QSignalSpy answered(&view, &QuestionView::answered);
        auto* edit = view.findChild<QLineEdit*>(QStringLiteral("numberAnswer"));
        QTest::keyClicks(edit, QLatin1String(text));
        QTest::keyClick(edit, Qt::Key_Return);
        EXPECT_EQ(answersOf(answered), QStringList(QStringLiteral("62730 right"))) << text;
    }
}

TEST(QuestionViewTest, ANumberMayHaveAPointOrAComma) {
    for (const QLocale::Language language : {QLocale::German, QLocale::English}) {
        QLocale::setDefault(language);
        for (const char* text : {"0.5", "0,5"}) {
            QuestionView view({.id = "n",
                               .question = "How much?",
                               .answer = NumberAnswer{0.5, 0.05},
                               .options = {},
                               .whenRight = "Yes.",
                               .whenWrong = "No."},
                              words());
            view.show();
            const QSignalSpy answered(&view, &QuestionView::answered);
            auto* edit = view.findChild<QLineEdit*>(QStringLiteral("numberAnswer"));
            for (const char* unclear : {"1,234", "0,5,1", "0.5.1"}) {
                edit->clear();
                QTest::keyClicks(edit, QLatin1String(unclear));
                QTest::keyClick(edit, Qt::Key_Return);
                EXPECT_EQ(answered.count(), 0) << unclear;
            }
            edit->clear();
            QTest::keyClicks(edit, QLatin1String(text));
            QTest::keyClick(edit, Qt::Key_Return);
            EXPECT_EQ(answersOf(answered), QStringList({QStringLiteral("0.5 right")})) << text;
        }
    }
    QLocale::setDefault(QLocale::system());
}

TEST(QuestionViewTest, StepsAreBroughtIntoOrder) {
    QuestionView view(
        {.id = "o",
         .question = "In which order?",
         .answer = OrderAnswer{{"forward", "loss", "update"}},
         .options = {{"update", "Update", ""}, {"forward", "Forward", ""}, {"loss", "Loss", ""}},
         .whenRight = "Yes.",
         .whenWrong = "No."},
        words());
    view.show();
    const QSignalSpy answered(&view, &QuestionView::answered);
    press(view, "orderCheck");
    press(view, "orderDown"); // update behind forward ...
    press(view, "orderDown"); // ... and behind loss
    press(view, "orderCheck");
    EXPECT_EQ(answersOf(answered), QStringList({QStringLiteral("update forward loss wrong"),
                                                QStringLiteral("forward loss update right")}));
}

TEST(QuestionViewTest, ALayerIsChosenAndThenAnsweredWith) {
    QuestionView view({.id = "l",
                       .question = "Which layer bends?",
                       .answer = LayerAnswer{"hidden"},
                       .options = {},
                       .whenRight = "Yes.",
                       .whenWrong = "No."},
                      words());
    view.show();
    const QSignalSpy answered(&view, &QuestionView::answered);
    const auto* chosen = view.findChild<QLabel*>(QStringLiteral("chosenLayer"));
    ASSERT_NE(chosen, nullptr);
    EXPECT_TRUE(view.wantsLayer());
    EXPECT_FALSE(giveAnswer(view).isEnabled());
    view.offerLayer("hidden");
    view.offerLayer("output");
    EXPECT_EQ(chosen->text(), QStringLiteral("You chose: output"));
    EXPECT_EQ(answered.count(), 0);
    press(view, "giveAnswer");
    EXPECT_FALSE(giveAnswer(view).isEnabled()) << "once is enough";
    view.offerLayer("hidden");
    QTest::keyClick(&giveAnswer(view), Qt::Key_Return);
    view.offerLayer("output");
    EXPECT_FALSE(view.wantsLayer());
    EXPECT_EQ(answersOf(answered),
              QStringList({QStringLiteral("output wrong"), QStringLiteral("hidden right")}));
}

TEST(QuestionViewTest, WhatWasAnsweredBeforeIsShownWithoutBeingAnsweredAgain) {
    QuestionView view(choice(), words());
    const QSignalSpy answered(&view, &QuestionView::answered);
    view.showAnswered();
    EXPECT_TRUE(view.isAnswered());
    EXPECT_EQ(answered.count(), 0);
}

} // namespace
} // namespace protomind
