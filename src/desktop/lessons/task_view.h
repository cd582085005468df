// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_words.h"
#include "studio/course/lesson.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace protomind {

class MarkdownLabel;

/// What is to be done on a page, and how far it is: what is still missing, each with its present value.
/// Hints, one after another, and a demonstration.
class TaskView : public QWidget {
    Q_OBJECT
public:
    TaskView(const LessonStep& step, const LessonWords& words, QWidget* parent = nullptr);

    /// Looks at what is there now. Once done, it stays done, and what came out is said as it is now.
    void follow(const LiveState& state);
    [[nodiscard]] bool isDone() const { return m_done; }
    void setDone();
    /// While a demonstration runs, the button stops it; afterwards it takes back what was shown.
    enum class Demonstration { Offered, Running, Shown };
    void setDemonstration(Demonstration state);
    [[nodiscard]] int hintsShown() const { return m_hintsShown; }

signals:
    void done();
    void hintTaken(int number);
    void showPressed();
    void stopPressed();
    void takeBackPressed();
    void linkPressed(const QUrl& link);

private:
    void makeHelp(QVBoxLayout& layout);
    void showHint();
    void pressShow();
    void showStatus(const QString& text, bool done);
    void showOutcome(const LiveState& state);
    MarkdownLabel* addText(QVBoxLayout& layout, const QString& markdown);

    LessonStep m_step;
    LessonWords m_words;
    bool m_done = false;
    int m_hintsShown = 0;
    Demonstration m_demonstration = Demonstration::Offered;
    QLabel* m_status = nullptr;
    QLabel* m_outcome = nullptr; ///< null: the lesson says nothing of it
    QVBoxLayout* m_hints = nullptr;
    QPushButton* m_hintButton = nullptr;
    QPushButton* m_showButton = nullptr;
};

/// What is missing, for a learner: the task's sentence about each part that does not hold, a line each; plain
/// text. Empty where the lesson has no such sentences, or nothing is missing.
[[nodiscard]] QString missingText(const Task& task, const LiveState& state);
/// What came out of a task that is done, a line each; without the lines whose values aren't known.
[[nodiscard]] QString doneText(const Task& task, const LiveState& state);

} // namespace protomind
