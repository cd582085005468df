// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// What a list of lessons shows of one.
struct LessonEntry {
    std::string id;
    std::filesystem::path folder;
    std::string title; ///< the id where there is none to be read
    std::string summary;
    int minutes = 0;
    LessonLevel level = LessonLevel::Beginner;
    std::string course; ///< see Lesson; empty: of none
    std::vector<std::string> needs;
    std::vector<std::string> missingNeeds; ///< ids of lessons that should come before, and aren't here
    std::size_t steps = 0;
    std::vector<LessonProblem> problems; ///< it can be gone through unless one of them locks it

    [[nodiscard]] bool usable() const;
};

/// Where lessons are looked for: those that come with the program (beside it, or where it was built), then
/// the person's own ($XDG_DATA_HOME/protomind/lessons).
[[nodiscard]] std::vector<std::filesystem::path> lessonRoots();

/// The folders of lessons below these, each root's by name.
[[nodiscard]] std::vector<std::filesystem::path>
lessonFolders(const std::vector<std::filesystem::path>& roots);

/// The lessons below these folders, each root's by id, with what is wrong with them. Where two have the same
/// id, the first counts.
[[nodiscard]] std::vector<LessonEntry> findLessons(const std::vector<std::filesystem::path>& roots,
                                                   const std::string& language = kEnglish);

/// Where the pictures of the lessons' formulas are listed (FormulaIndex::read).
[[nodiscard]] std::filesystem::path formulaFolder();

/// The folder of a lesson of this id; empty where there is none.
[[nodiscard]] std::filesystem::path lessonFolder(const std::vector<std::filesystem::path>& roots,
                                                 const std::string& id);

} // namespace protomind
