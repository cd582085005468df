// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_text.h"

#include <functional>
#include <set>
#include <string>

namespace protomind {

/// A translation in which nothing is missing, and where it had to be completed.
struct CompletedText {
    LessonText text;
    std::set<std::string> incomplete; ///< ids of steps with parts in English
};

/// Puts English parts where a translation has none, or one that does not fit: a text, a task with its
/// sentences, hints, a question. isSound: whether what stands in a step's words can be shown; a step that is
/// not is English as a whole.
[[nodiscard]] CompletedText completedText(const LessonText& translation, const LessonText& english,
                                          const std::function<bool(const StepText&)>& isSound);

} // namespace protomind
