// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/network/analysis.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Something wrong in a lesson's folder, for the one who writes it: where, what, and what to do.
struct LessonProblem {
    std::string file;  ///< within the folder: "lesson.json"; empty where it is about the folder
    int line = 0;      ///< from 1; 0 where it is about the whole file
    Sentence sentence; ///< what is wrong
    Sentence remedy;   ///< what to do; empty where the sentence already says it
    Severity severity = Severity::Error;
    bool locks = severity == Severity::Error; ///< false: a learner can go through the lesson all the same
    bool operator==(const LessonProblem&) const = default;

    /// "lesson.json:12: sentence remedy"
    [[nodiscard]] std::string text() const;
};

/// Collects problems, each once, and at most kMaxLessonProblems of them.
class LessonProblems {
public:
    void add(LessonProblem problem);
    /// Those of others, which are not in the way of who goes through the lesson.
    void addAsFlaws(const LessonProblems& others);
    [[nodiscard]] bool hasErrors() const;
    /// Whether one of them is in the way of who wants to go through the lesson.
    [[nodiscard]] bool lock() const { return m_locks; }
    /// By file, then line.
    [[nodiscard]] std::vector<LessonProblem> sorted() const;

private:
    std::vector<LessonProblem> m_problems;
    bool m_locks = false;
};

/// The problems of one file.
class ProblemSheet {
public:
    ProblemSheet(LessonProblems& problems, std::string file)
        : m_problems(&problems)
        , m_file(std::move(file)) {}

    [[nodiscard]] const std::string& file() const { return m_file; }
    void error(int line, Sentence sentence, Sentence remedy = {}) const;
    /// An error for the one who writes the lesson, and none for who goes through it.
    void flaw(int line, Sentence sentence, Sentence remedy = {}) const;
    void warn(int line, Sentence sentence, Sentence remedy = {}) const;

private:
    LessonProblems* m_problems;
    std::string m_file;
};

/// What to say about a word that is none of the names: "Did you mean "train"?", or which there are.
[[nodiscard]] Sentence nameRemedy(std::string_view word, std::span<const std::string> names);

/// Whether a word may be an id: lower-case letters, digits and hyphens, not too long.
[[nodiscard]] bool isLessonId(std::string_view word);
inline constexpr const char* kLessonIdRemedy =
    "An id has only lower-case letters a to z, digits and hyphens, and at most 64 of them.";

} // namespace protomind
