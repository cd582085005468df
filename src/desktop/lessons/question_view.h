// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_words.h"
#include "studio/course/lesson.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace protomind {

class AnswerButton;
class MarkdownLabel;

/// A question of a lesson, of any kind: takes answers until one is right, and explains each of them.
class QuestionView : public QWidget {
    Q_OBJECT
public:
    QuestionView(const Question& question, const LessonWords& words, QWidget* parent = nullptr);

    [[nodiscard]] const Question& question() const { return m_question; }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    /// Whether it waits for a layer to be clicked.
    [[nodiscard]] bool wantsLayer() const;
    /// A layer was clicked: the answer, where one is wanted.
    void offerLayer(const std::string& name);
    /// It was answered rightly before: shows so.
    void showAnswered();

signals:
    /// answer: as it is kept: an option's id, a number, ids with spaces between, a layer's name.
    void answered(const QString& answer, bool right);
    void linkPressed(const QUrl& link);

private:
    void makeChoice(QVBoxLayout& layout);
    void makeNumber(QVBoxLayout& layout);
    void makeOrder(QVBoxLayout& layout);
    void choose(std::size_t option);
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
    MarkdownLabel* m_verdict = nullptr;
    QLabel* m_verdictWord = nullptr;
};

} // namespace protomind
