// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_words.h"
#include "engine/train/checkpoint.h"
#include "studio/course/lesson.h"

#include <QWidget>

#include <map>
#include <set>
#include <span>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace protomind {

class MarkdownLabel;
class GuessView;
class QuestionView;
class TaskView;

/// What a learner has done on the pages of a lesson, as far as the pane has to show it.
struct LearnerMarks {
    std::set<std::string> tasks;                ///< ids of steps whose task is done
    std::map<std::string, std::string> guesses; ///< by the prediction's id
    std::set<std::string> right;                ///< questions answered rightly
    std::set<std::string> missed;               ///< questions whose first answer was wrong
    std::uint64_t shuffle = 0;                  ///< seed of what is to be brought into order
};

/// A lesson, page by page: its words, the guess that comes before a run, the task with hints, questions, and
/// the way to the pages before and after. It shows and asks; what is done about it is the affair of who
/// listens.
class LessonPane : public QWidget {
    Q_OBJECT
public:
    explicit LessonPane(const FormulaPictures& formulas, QWidget* parent = nullptr);

    void showStep(const Lesson& lesson, std::size_t index, const LearnerMarks& record);
    /// Where no step can be shown: why not.
    void showProblem(const QString& title, const QString& sentence);
    /// What is there now, for the task.
    void follow(const LiveState& state);
    /// A run has ended: the guess is held against it.
    void reveal(std::span<const HistoryPoint> run);
    /// A layer was chosen on the canvas: what may be answered with.
    void offerLayer(const std::string& name);
    /// Whether the guess of this page is still to be made.
    [[nodiscard]] bool awaitsGuess() const;
    [[nodiscard]] TaskView* task() const { return m_task; }
    [[nodiscard]] GuessView* prediction() const { return m_prediction; }
    [[nodiscard]] const std::vector<QuestionView*>& questions() const { return m_questions; }

signals:
    void backPressed();
    void nextPressed();
    void closePressed();
    void startFreshPressed();
    void linkPressed(const QUrl& link);
    void guessed(const QString& prediction, const QString& guess);
    void answered(const QString& question, const QString& answer, bool right);
    void taskDone();
    void hintTaken(int number);
    void showPressed();
    void stopPressed();
    void takeBackPressed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void clear();
    void makePage(const Lesson& lesson, const LessonStep& step, const LearnerMarks& record, bool last);
    void addHeading(const QString& text);
    void addQuestion(const Question& question, const LearnerMarks& record, bool again);
    MarkdownLabel* addText(const QString& markdown);
    void showWay();
    void restyle();

    QLabel* m_title = nullptr;
    QLabel* m_place = nullptr;
    QProgressBar* m_progress = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_page = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    LessonWords m_words;
    std::vector<QLabel*> m_headings;
    TaskView* m_task = nullptr;
    GuessView* m_prediction = nullptr;
    std::vector<QuestionView*> m_questions;
    bool m_isFirst = true;
    bool m_isLast = false;
};

} // namespace protomind
