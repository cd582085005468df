// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

inline constexpr const char* kEnglish = "en";

/// What reading a lesson gave. There is a lesson unless one of the problems locks it.
struct LessonReading {
    std::optional<Lesson> lesson;
    std::vector<LessonProblem> problems; ///< by file and line
};

/// The languages that a lesson's folder has words in, English first: "en", "de".
[[nodiscard]] std::vector<std::string> lessonLanguages(const std::filesystem::path& folder);

/// Reads a lesson with the words of a language, or with the English ones where it has no others. What a
/// translation lacks is English, and its step says so. Only those words are checked. Nothing in the folder is
/// believed; what is wrong is told all at once.
[[nodiscard]] LessonReading readLesson(const std::filesystem::path& folder, const std::string& language,
                                       const LessonSurroundings& surroundings = {});

/// Everything that can be wrong with a lesson's folder, in all its languages, but for what only running it
/// shows (lesson_run.h).
[[nodiscard]] std::vector<LessonProblem> checkLesson(const std::filesystem::path& folder,
                                                     const LessonSurroundings& surroundings = {});

} // namespace protomind
