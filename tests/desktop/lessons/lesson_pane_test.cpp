// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/guess_view.h"
#include "desktop/lessons/lesson_pane.h"
#include "desktop/lessons/question_view.h"
#include "desktop/lessons/task_view.h"
#include "desktop/lessons/text/formula_pictures.h"
#include "desktop/lessons/text/markdown_label.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace protomind {
namespace {

Lesson lesson() {
    Lesson made;
    made.id = "small";
    made.title = "Small";
    LessonStep first;
    first.id = "first";
    first.title = "First";
    first.text = "Words.";
    first.prediction = Prediction{.id = "guess",
                                  .question = "Up or down?",
                                  .options = {{"up", "Up", ""}, {"down", "Down", ""}},
                                  .answer = ChoiceAnswer{"down"},
                                  .afterwards = "It went down."};
    first.task = Task{.words = "Do ten steps.",
                      .check = *Expression::parse("run.steps >= 10"),
                      .missing = {*MissingSentence::parse("It has gone {run.steps} of ten steps.")},
                      .solution = {}};
    first.hints = {"Weak", "Strong"};
    first.show = {TrainAction{.steps = 10, .epochs = 0}};
    first.quiz = {{.id = "q",
                   .question = "Which?",
                   .answer = ChoiceAnswer{"a"},
                   .options = {{"a", "A", "Yes."}, {"b", "B", "No."}},
                   .whenRight = {},
                   .whenWrong = {}}};
    LessonStep last;
    last.id = "last";
    last.title = "Last";
    made.steps = {first, last};
    return made;
}

QPushButton* button(const QWidget& parent, const char* name) {
    return parent.findChild<QPushButton*>(QLatin1String(name));
}

TEST(LessonPaneTest, ATaskSaysWhatIsMissingAndThenThatItIsDone) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    pane.resize(360, 700);
    pane.show();
    pane.showStep(lesson(), 0, {});
    QApplication::processEvents();
    const QSignalSpy done(&pane, &LessonPane::taskDone);
    LiveState state;
    state.steps = 4;
    pane.follow(state);
    const auto* status = pane.findChild<QLabel*>(QStringLiteral("taskStatus"));
    ASSERT_NE(status, nullptr);
    EXPECT_EQ(status->text(), QStringLiteral("It has gone 4 of ten steps."));
    EXPECT_EQ(button(pane, "lessonNext")->text(), QStringLiteral("Skip"));
    state.steps = 10;
    pane.follow(state);
    EXPECT_EQ(done.count(), 1);
    EXPECT_EQ(button(pane, "lessonNext")->text(), QStringLiteral("Next"));
    state.steps = 0; // Once done, it stays done.
    pane.follow(state);
    EXPECT_TRUE(pane.task()->isDone());
}

TEST(LessonPaneTest, OneGoodEpochIsNearlyDone) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    Lesson made = lesson();
    made.steps[0].task->check = *Expression::parse("train.accuracy >= 0.95");
    pane.showStep(made, 0, {});
    const auto* status = pane.findChild<QLabel*>(QStringLiteral("taskStatus"));
    ASSERT_NE(status, nullptr);
    std::vector<HistoryPoint> history{{.step = 1, .accuracy = 0.8}, {.step = 2, .accuracy = 0.96}};
    LiveState state;
    state.setFigures(history);
    pane.follow(state);
    EXPECT_FALSE(pane.task()->isDone());
    EXPECT_TRUE(status->text().startsWith(QStringLiteral("Nearly"))) << status->text().toStdString();
    history.push_back({.step = 3, .accuracy = 0.97});
    state.setFigures(history);
    pane.follow(state);
    EXPECT_TRUE(pane.task()->isDone());
}

TEST(LessonPaneTest, WhatIsMissingIsSaidInALearnersWords) {
    LiveState state;
    Layer neuron{.id = LayerId{1}, .type = "dense", .name = "neuron"};
    neuron.settings["activation"] = std::string("leaky_relu");
    state.experiment.network.add(neuron);
    Task task{.words = "Do.",
              .check = *Expression::parse("setting(\"neuron\", activation) == \"sigmoid\" and "
                                          "train.accuracy >= 0.97 and test.loss < 0.1 and run.diverged"),
              .missing = {*MissingSentence::parse(
                              "The activation is {setting(\"neuron\", activation)}; it should be Sigmoid."),
                          *MissingSentence::parse("So far {train.accuracy %} are right."),
                          *MissingSentence::parse("The loss is {test.loss}.", "Press Test."),
                          *MissingSentence::parse("Has it run away? So far: {run.diverged}.")},
              .solution = {}};
    state.train.accuracy = 0.9412;
    EXPECT_EQ(missingText(task, state), QStringLiteral("The activation is Leaky ReLU; it should be Sigmoid.\n"
                                                       "So far 94.1 % are right.\n"
                                                       "Press Test.\n"
                                                       "Has it run away? So far: no."));
    state.test.loss = 0.30254;
    state.diverged = true;
    state.train.accuracy = 1;
    EXPECT_EQ(missingText(task, state), QStringLiteral("The activation is Leaky ReLU; it should be Sigmoid.\n"
                                                       "The loss is 0.303."));
    // In the words of the field where it is chosen.
    state.experiment.training.adversarial.method = "one_step";
    const Task attacked{.words = "Do.",
                        .check = *Expression::parse("training.adversarial == \"none\""),
                        .missing = {*MissingSentence::parse("It is {training.adversarial}.")},
                        .solution = {}};
    EXPECT_EQ(missingText(attacked, state), QStringLiteral("It is One step (FGSM)."));
}

TEST(LessonPaneTest, WhatCameOutIsSaidOnceATaskIsDone) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    Lesson told = lesson();
    told.steps[0].task->done = {
        *MissingSentence::parse("It took {run.steps} steps."),
        *MissingSentence::parse("Their loss: {test.loss}."),
        *MissingSentence::parse("So fast: {run.steps_per_second}.", "How fast, nobody saw.")};
    pane.showStep(told, 0, {});
    auto* outcome = pane.findChild<QLabel*>(QStringLiteral("taskOutcome"));
    ASSERT_NE(outcome, nullptr);
    LiveState state;
    state.steps = 9;
    pane.follow(state);
    EXPECT_TRUE(outcome->isHidden()) << "it is not done";
    state.steps = 12;
    pane.follow(state);
    EXPECT_FALSE(outcome->isHidden());
    EXPECT_EQ(outcome->text(), QStringLiteral("It took 12 steps.\nHow fast, nobody saw."));
    state.test.loss = 0.25;
    state.stepsPerSecond = 12345.6;
    pane.follow(state);
    EXPECT_EQ(outcome->text(), QStringLiteral("It took 12 steps.\nTheir loss: 0.25.\nSo fast: 12346."));
}

TEST(LessonPaneTest, ALessonWithoutSentencesShowsNoCode) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    Lesson bare = lesson();
    bare.steps[0].task->missing.clear();
    pane.showStep(bare, 0, {});
    pane.follow({});
    EXPECT_EQ(pane.findChild<QLabel*>(QStringLiteral("taskStatus"))->text(), QStringLiteral("Not done yet."));
}

TEST(LessonPaneTest, HintsComeOneAfterAnother) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    pane.show();
    pane.showStep(lesson(), 0, {});
    QApplication::processEvents();
    const QSignalSpy taken(&pane, &LessonPane::hintTaken);
    QPushButton* hint = button(pane, "lessonHint");
    QTest::mouseClick(hint, Qt::LeftButton);
    EXPECT_TRUE(hint->isVisible());
    QTest::mouseClick(hint, Qt::LeftButton);
    EXPECT_FALSE(hint->isVisible());
    EXPECT_EQ(taken.count(), 2);
}

TEST(LessonPaneTest, AGuessIsKeptAndHeldAgainstWhatHappened) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    pane.resize(360, 700);
    pane.show();
    pane.showStep(lesson(), 0, {});
    QApplication::processEvents();
    EXPECT_TRUE(pane.awaitsGuess());
    const QSignalSpy guessed(&pane, &LessonPane::guessed);
    QTest::mouseClick(pane.findChild<QAbstractButton*>(QStringLiteral("guess-up")), Qt::LeftButton);
    EXPECT_TRUE(pane.awaitsGuess()); // Not until it is kept.
    QTest::mouseClick(button(pane, "keepGuess"), Qt::LeftButton);
    EXPECT_FALSE(pane.awaitsGuess());
    ASSERT_EQ(guessed.count(), 1);
    EXPECT_EQ(guessed[0][1].toString(), QStringLiteral("up"));
    pane.reveal({});
    EXPECT_TRUE(pane.prediction()->isRevealed());
    EXPECT_TRUE(
        pane.findChild<QLabel*>(QStringLiteral("guessState"))->text().startsWith(QStringLiteral("✗")));
}

TEST(LessonPaneTest, WhereThereIsNothingToDoAGuessIsAnsweredAtOnce) {
    const FormulaPictures formulas;
    Lesson reading = lesson();
    reading.steps.front().task.reset();
    LessonPane pane(formulas);
    pane.resize(360, 700);
    pane.show();
    pane.showStep(reading, 0, {});
    QApplication::processEvents();
    QTest::mouseClick(pane.findChild<QAbstractButton*>(QStringLiteral("guess-up")), Qt::LeftButton);
    EXPECT_FALSE(pane.prediction()->isRevealed());
    QTest::mouseClick(button(pane, "keepGuess"), Qt::LeftButton);
    EXPECT_TRUE(pane.prediction()->isRevealed());
    // Also where it was made on an earlier visit.
    LearnerMarks record;
    record.guesses["guess"] = "down";
    pane.showStep(reading, 0, record);
    EXPECT_TRUE(pane.prediction()->isRevealed());
}

TEST(LessonPaneTest, PartsThatWaitForTheSameSaySoOnce) {
    LiveState state;
    Task task{.words = "Do.",
              .check = *Expression::parse("test.loss < 0.1 and test.accuracy > 0.9"),
              .missing = {*MissingSentence::parse("The loss is {test.loss}.", "Press Test."),
                          *MissingSentence::parse("{test.accuracy %} are right.", "Press Test.")},
              .solution = {}};
    EXPECT_EQ(missingText(task, state), QStringLiteral("Press Test."));
}

TEST(LessonPaneTest, WhatWasMissedIsAskedAgainOnTheLastPage) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    pane.showStep(lesson(), 1, {});
    EXPECT_TRUE(pane.questions().empty());
    LearnerMarks record;
    record.missed = {"q"};
    record.right = {"q"};
    pane.showStep(lesson(), 1, record);
    ASSERT_EQ(pane.questions().size(), 1u);
    EXPECT_FALSE(pane.questions()[0]->isAnswered());
    EXPECT_EQ(button(pane, "lessonNext")->text(), QStringLiteral("Finish"));
}

TEST(LessonPaneTest, WhatWasDoneBeforeIsStillDone) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    LearnerMarks record;
    record.tasks = {"first"};
    record.guesses = {{"guess", "down"}};
    record.right = {"q"};
    pane.showStep(lesson(), 0, record);
    EXPECT_TRUE(pane.task()->isDone());
    EXPECT_FALSE(pane.awaitsGuess());
    EXPECT_TRUE(pane.questions()[0]->isAnswered());
}

TEST(LessonPaneTest, APageThatIsNotWhollyTranslatedSaysSo) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    Lesson half = lesson();
    pane.showStep(half, 0, {});
    EXPECT_EQ(pane.findChild<MarkdownLabel*>(QStringLiteral("lessonUntranslated")), nullptr);
    half.steps[1].untranslated = true;
    pane.showStep(half, 1, {});
    EXPECT_NE(pane.findChild<MarkdownLabel*>(QStringLiteral("lessonUntranslated")), nullptr);
}

QStringList shownOrder(const LessonPane& pane) {
    QStringList ids;
    const auto* list = pane.findChild<QListWidget*>(QStringLiteral("orderAnswer"));
    for (int row = 0; list && row < list->count(); ++row)
        ids << list->item(row)->data(Qt::UserRole).toString();
    return ids;
}

TEST(LessonPaneTest, AnOrderNeverComesInTheRightOrder) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    Lesson ordered = lesson();
    ordered.steps[1].quiz = {{.id = "order",
                              .question = "In which order?",
                              .answer = OrderAnswer{{"a", "b", "c"}},
                              .options = {{"a", "A", ""}, {"b", "B", ""}, {"c", "C", ""}},
                              .whenRight = "Yes.",
                              .whenWrong = "No."}};
    const QStringList right{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    LearnerMarks record;
    for (record.shuffle = 0; record.shuffle < 20; ++record.shuffle) {
        pane.showStep(ordered, 1, record);
        const QStringList shown = shownOrder(pane);
        EXPECT_EQ(shown.size(), 3);
        EXPECT_NE(shown, right);
        pane.showStep(ordered, 1, record);
        EXPECT_EQ(shownOrder(pane), shown) << "on the same visit it stays";
    }
    record.right = {"order"};
    pane.showStep(ordered, 1, record);
    EXPECT_EQ(shownOrder(pane), right) << "what was answered rightly is shown so";
    EXPECT_TRUE(pane.questions()[0]->isAnswered());
}

TEST(LessonPaneTest, ADemonstrationIsOfferedStoppedAndTakenBack) {
    const FormulaPictures formulas;
    LessonPane pane(formulas);
    pane.show();
    pane.showStep(lesson(), 0, {});
    QApplication::processEvents();
    const QSignalSpy shown(&pane, &LessonPane::showPressed);
    const QSignalSpy back(&pane, &LessonPane::takeBackPressed);
    QPushButton* show = button(pane, "lessonShow");
    QTest::mouseClick(show, Qt::LeftButton);
    EXPECT_EQ(shown.count(), 1);
    pane.task()->setDemonstration(TaskView::Demonstration::Shown);
    LiveState state;
    state.steps = 10;
    pane.follow(state); // What was shown is not what the learner did.
    EXPECT_FALSE(pane.task()->isDone());
    QTest::mouseClick(show, Qt::LeftButton);
    EXPECT_EQ(back.count(), 1);
}

} // namespace
} // namespace protomind
