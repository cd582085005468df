// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/lesson_card.h"
#include "desktop/lessons/lesson_pane.h"
#include "studio/course/lesson_library.h"
#include "studio/course/progress.h"

#include <QElapsedTimer>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

class Preferences;

/// What the present learner has done in lessons. Where it can't be kept - a full disk, a file of a newer
/// version - a lesson goes on all the same, and problem() says so.
class LearnerRecords {
public:
    LearnerRecords(const std::filesystem::path& folder, Preferences& preferences);
    ~LearnerRecords();

    [[nodiscard]] std::vector<std::string> learners();
    [[nodiscard]] std::string learner() const { return m_name; }
    void chooseLearner(const std::string& name);
    [[nodiscard]] Result<void> addLearner(const std::string& name);

    /// Lessons with how far the learner is in them.
    [[nodiscard]] std::vector<CourseEntry> entries(const std::vector<LessonEntry>& lessons);
    [[nodiscard]] LearnerMarks of(const Lesson& lesson);
    /// Where to go on.
    [[nodiscard]] std::size_t page(const Lesson& lesson);

    void setPage(const std::string& lesson, const std::string& step);
    void keepStep(const std::string& lesson, const std::string& step);
    void keepTask(const std::string& lesson, const std::string& step);
    void keepAnswer(const std::string& lesson, const std::string& step, const std::string& question,
                    const std::string& answer, bool right);
    void keepGuess(const std::string& lesson, const std::string& step, const std::string& prediction,
                   const std::string& guess);
    void finish(const std::string& lesson);
    void startFresh(const std::string& lesson);
    /// Between these two, time is spent in the lesson.
    void beginVisit(const std::string& lesson);
    void endVisit();

    /// What could not be kept, or was found damaged; once.
    [[nodiscard]] std::optional<Problem> takeProblem() { return std::exchange(m_problem, std::nullopt); }

private:
    void note(const Result<void>& result);
    [[nodiscard]] LessonRecord record(const std::string& lesson);

    Preferences& m_preferences;
    std::optional<ProgressStore> m_store;
    LearnerId m_learner;
    std::string m_name;
    std::optional<Problem> m_problem;
    std::string m_visited;
    std::int64_t m_visits = 0; ///< of m_visited, with the present one
    QElapsedTimer m_visit;
};

} // namespace protomind
