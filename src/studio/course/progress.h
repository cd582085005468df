// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/strong_id.h"
#include "studio/project/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

using LearnerId = StrongId<struct LearnerTag>;

/// Seconds since 1970. Given to whoever needs the date, so that tests have their own.
using WallClock = std::function<std::int64_t()>;
[[nodiscard]] WallClock systemClock();

/// Somebody who learns here: a name, without a password and without an account.
struct Learner {
    LearnerId id; ///< never given to anyone else, also after this learner was removed
    std::string name;
    std::int64_t created = 0;
    bool operator==(const Learner&) const = default;
};

/// One answer to a question.
struct QuizTry {
    std::string step;
    std::string question;
    std::string answer; ///< an option's id, a number, ids with commas between them, a layer's name
    bool right = false;
    std::int64_t time = 0;
    bool operator==(const QuizTry&) const = default;
};

/// What somebody predicted.
struct KeptGuess {
    std::string step;
    std::string prediction;
    std::string json; ///< "a" in quotes, [x, y], or the points of a curve
    std::int64_t time = 0;
    bool operator==(const KeptGuess&) const = default;
};

/// How far somebody came in a lesson. Where nothing was recorded yet everything is empty.
struct LessonRecord {
    std::string lesson;
    std::string lastStep;                    ///< where to go on; empty: at the beginning
    std::vector<std::string> completedSteps; ///< the earliest first
    std::vector<std::string> fulfilledTasks; ///< ids of their steps, the earliest first
    std::vector<QuizTry> tries;              ///< the earliest first
    std::vector<KeptGuess> guesses;
    double seconds = 0; ///< spent in it
    std::int64_t begun = 0;
    std::int64_t seen = 0;                ///< for the last time
    std::optional<std::int64_t> finished; ///< for the first time
    bool operator==(const LessonRecord&) const = default;
};

/// Keeps what learners did, in a file on this computer and nowhere else. Each change is one transaction: it
/// has happened wholly or not at all, also after a crash. One thread at a time; other programs may have the
/// same file open.
class ProgressStore {
public:
    /// Makes the file where there is none. One that is damaged is set aside as name~damaged and a new one
    /// begun, which notice() says. One that a newer version wrote is left alone: that fails.
    [[nodiscard]] static Result<ProgressStore> open(const std::filesystem::path& file,
                                                    WallClock clock = systemClock());

    /// What was found damaged when it was opened.
    [[nodiscard]] const std::optional<Problem>& notice() const { return m_notice; }

    // Learners: names are trimmed, not empty, of at most kMaxLearnerNameCharacters, and unique but for
    // capitals.
    [[nodiscard]] Result<std::vector<Learner>> learners(); ///< the first first
    [[nodiscard]] Result<LearnerId> create(std::string_view name);
    [[nodiscard]] Result<void> rename(LearnerId learner, std::string_view name);
    /// With everything that was recorded.
    [[nodiscard]] Result<void> remove(LearnerId learner);

    [[nodiscard]] Result<LessonRecord> record(LearnerId learner, const std::string& lesson);
    /// Of all lessons that were begun, by their ids.
    [[nodiscard]] Result<std::vector<LessonRecord>> records(LearnerId learner);

    // Each begins the lesson's record where there is none.
    [[nodiscard]] Result<void> setLastStep(LearnerId learner, const std::string& lesson,
                                           const std::string& step);
    [[nodiscard]] Result<void> completeStep(LearnerId learner, const std::string& lesson,
                                            const std::string& step);
    [[nodiscard]] Result<void> fulfilTask(LearnerId learner, const std::string& lesson,
                                          const std::string& step);
    /// Of a question the last kMaxTries answers are kept. The time is that of the clock.
    [[nodiscard]] Result<void> addTry(LearnerId learner, const std::string& lesson, const QuizTry& attempt);
    /// In the place of an earlier one.
    [[nodiscard]] Result<void> keepGuess(LearnerId learner, const std::string& lesson,
                                         const KeptGuess& guess);
    /// Counts visits of a lesson: the first is 1. Starting it fresh goes on counting.
    [[nodiscard]] Result<std::int64_t> beginVisit(LearnerId learner, const std::string& lesson);
    [[nodiscard]] Result<void> addSeconds(LearnerId learner, const std::string& lesson, double seconds);
    [[nodiscard]] Result<void> finish(LearnerId learner, const std::string& lesson);
    /// Forgets all that was recorded of a lesson.
    [[nodiscard]] Result<void> startFresh(LearnerId learner, const std::string& lesson);

private:
    ProgressStore(Database database, WallClock clock)
        : m_database(std::move(database))
        , m_clock(std::move(clock)) {}
    [[nodiscard]] Result<void> checkLearner(LearnerId learner);
    [[nodiscard]] Result<std::string> checkedName(std::string_view name, LearnerId except);
    [[nodiscard]] Result<void> change(LearnerId learner, const std::string& lesson,
                                      const std::function<Result<void>(std::int64_t now)>& write);
    [[nodiscard]] Result<void> markStep(LearnerId learner, const std::string& lesson, const std::string& step,
                                        std::string_view statement);
    [[nodiscard]] Result<void> readSteps(LearnerId learner, LessonRecord& record);
    [[nodiscard]] Result<void> readAnswers(LearnerId learner, LessonRecord& record);

    Database m_database;
    WallClock m_clock;
    std::optional<Problem> m_notice;
};

} // namespace protomind
