// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_problem.h"

#include "engine/data/source_text.h"
#include "studio/course/lesson_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace protomind {

std::string LessonProblem::text() const {
    std::string where = file;
    if (line > 0)
        where += fmt::format(":{}", line);
    if (!where.empty())
        where += ": ";
    return where + sentence + (remedy.empty() ? "" : " " + remedy);
}

void LessonProblems::add(LessonProblem problem) {
    m_locks = m_locks || problem.locks;
    // The last one stands for all that are not told.
    if (m_problems.size() > kMaxLessonProblems) {
        m_problems.back().locks = m_problems.back().locks || problem.locks;
        return;
    }
    if (std::ranges::find(m_problems, problem) != m_problems.end())
        return;
    if (m_problems.size() == kMaxLessonProblems) {
        problem.sentence =
            sentence("There are more than {} problems; the rest is not told.", kMaxLessonProblems);
        problem.remedy = "Mend these first.";
    }
    m_problems.push_back(std::move(problem));
}

void LessonProblems::addAsFlaws(const LessonProblems& others) {
    for (LessonProblem problem : others.m_problems) {
        problem.locks = false;
        add(std::move(problem));
    }
}

bool LessonProblems::hasErrors() const {
    return std::ranges::count(m_problems, Severity::Error, &LessonProblem::severity) > 0;
}

std::vector<LessonProblem> LessonProblems::sorted() const {
    std::vector<LessonProblem> result = m_problems;
    std::ranges::stable_sort(result, {},
                             [](const LessonProblem& one) { return std::tuple(one.file, one.line); });
    return result;
}

void ProblemSheet::error(int line, Sentence sentence, Sentence remedy) const {
    m_problems->add({m_file, line, std::move(sentence), std::move(remedy), Severity::Error});
}

void ProblemSheet::flaw(int line, Sentence sentence, Sentence remedy) const {
    m_problems->add({m_file, line, std::move(sentence), std::move(remedy), Severity::Error, false});
}

void ProblemSheet::warn(int line, Sentence sentence, Sentence remedy) const {
    m_problems->add({m_file, line, std::move(sentence), std::move(remedy), Severity::Warning, false});
}

Sentence nameRemedy(std::string_view word, std::span<const std::string> names) {
    if (const std::string_view nearest = nearestName(word, names); !nearest.empty())
        return sentence("Did you mean \"{:s}\"?", nearest);
    if (names.empty())
        return {};
    return names.size() == 1 ? sentence("There is {}.", listedNames(names))
                             : sentence("There are {}.", listedNames(names));
}

bool isLessonId(std::string_view word) {
    return !word.empty() && word.size() <= kMaxLessonIdBytes && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

} // namespace protomind
