// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A passage of Markdown and the line on which it begins. Line ends within it are those of the file, so that
/// what is wrong in it can be found there.
struct Passage {
    std::string text;
    int line = 0;
};

struct OptionText {
    std::string id;
    Passage text;
    Passage explanation;
};

/// A section "Predict {#id}" or "Quiz {#id}".
struct QuestionText {
    std::string id;
    int line = 0;
    Passage question;
    std::vector<OptionText> options;
    std::optional<Passage> afterwards; ///< of a prediction
    std::optional<Passage> right;      ///< of a quiz
    std::optional<Passage> wrong;
};

/// What is said while a part of the task's check does not hold, or once it is done.
struct MissingText {
    Passage text;
    Passage whenUnknown; ///< in its place while a value in it isn't known; empty where it has none
};

/// A section "## Title {#id}" with what belongs to it.
struct StepText {
    std::string id;
    std::string title;
    int line = 0;
    Passage text;
    std::optional<Passage> task;
    int missingLine = 0; ///< of "#### Missing"; 0 where there is none
    std::vector<MissingText> missing;
    int doneLine = 0; ///< of "#### Done"; 0 where there is none
    std::vector<MissingText> done;
    std::vector<Passage> hints;
    std::vector<QuestionText> predictions;
    std::vector<QuestionText> quiz;
};

/// The words of a lesson in one language, taken apart by headings.
struct LessonText {
    std::string title;
    Passage summary;
    std::vector<StepText> steps;
};

/// Reads lesson.md. What has no place in it is told, with its line; the rest is read all the same.
[[nodiscard]] LessonText parseLessonText(std::string_view text, const ProblemSheet& sheet);

} // namespace protomind
