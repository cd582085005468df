// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_window.h"
#include "desktop/lessons/question_view.h"

#include <QLabel>

namespace protomind {
namespace {

using LayerQuestionTest = LessonWindow;

TEST_F(LayerQuestionTest, ChoosingALayerDoesNotAnswerTheQuestion) {
    begin("rolling-downhill");
    turnTo("quiz");
    auto* question = m_lab->find<QuestionView>("question-where");
    ASSERT_NE(question, nullptr);
    auto* answer = question->findChild<QAbstractButton*>(QStringLiteral("giveAnswer"));
    ASSERT_NE(answer, nullptr);
    EXPECT_FALSE(answer->isEnabled());
    NetworkView& canvas = m_lab->window.canvas();
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Right);
    ASSERT_TRUE(answer->isEnabled()) << "a card is chosen";
    EXPECT_FALSE(question->isAnswered());
    const auto* verdict = question->findChild<QLabel*>(QStringLiteral("chosenLayer"));
    const std::string chosen = m_lab->document.network().layers().front().name;
    EXPECT_EQ(verdict->text(), QStringLiteral("You chose: ") + QString::fromStdString(chosen));
    canvas.reveal(m_lab->document.network().layerNamed("line")->id);
    EXPECT_FALSE(question->isAnswered());
    QTest::mouseClick(answer, Qt::LeftButton);
    EXPECT_TRUE(question->isAnswered());
}

} // namespace
} // namespace protomind
