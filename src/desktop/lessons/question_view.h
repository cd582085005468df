// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_words.h"
#include "studio/course/lesson.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace protomind {

class AnswerButton;
class MarkdownLabel;

/// A question of a lesson, of any kind: takes answers until one is right, and explains each of them. Choosing
/// is not answering yet: that is what the button "Answer" is for, or Enter.
class QuestionView : public QWidget {
    Q_OBJECT
public:
    QuestionView(const Question& question, const LessonWords& words, QWidget* parent = nullptr);

    [[nodiscard]] const Question& question() const { return m_question; }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    /// Whether it waits for a layer to be chosen.
    [[nodiscard]] bool wantsLayer() const;
    /// A layer was chosen on the canvas: what the answer would be, where one is wanted.
    void offerLayer(const std::string& name);
    /// It was answered rightly before: shows so.
    void showAnswered();

signals:
    /// answer: as it is kept: an option's id, a number, ids with spaces between, a layer's name.
    void answered(const QString& answer, bool right);
    void linkPressed(const QUrl& link);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeChoice(QVBoxLayout& layout);
    void makeNumber(QVBoxLayout& layout);
    void makeOrder(QVBoxLayout& layout);
    void makeLayer(QVBoxLayout& layout);
    void addAnswerButton(QBoxLayout& layout, const QString& obstacle = {});
    void setChosen(bool chosen, const QString& obstacle = {});
    void answer();
    void showChoice();
    void checkChoice(std::size_t option);
    void checkLayer();
    void checkNumber();
    void checkOrder();
    void moveRow(int by);
    void judge(const QString& answer, bool right);
    MarkdownLabel* addText(QVBoxLayout& layout, const QString& markdown);

    Question m_question;
    LessonWords m_words;
    bool m_answered = false;
    std::vector<AnswerButton*> m_options;
    QLineEdit* m_number = nullptr;
    QListWidget* m_order = nullptr;
    std::vector<QWidget*> m_controls; ///< of no use once it is answered
    QLabel* m_chosenLayer = nullptr;
    std::string m_layer;
    QPushButton* m_answer = nullptr;
    MarkdownLabel* m_verdict = nullptr;
    QLabel* m_verdictWord = nullptr;
};

} // namespace protomind
