// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson.h"
#include "studio/course/lesson_ground.h"
#include "studio/course/lesson_scenes.h"
#include "studio/course/object_reader.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>

namespace protomind {

inline constexpr const char* kLessonJson = "lesson.json";

/// What a lesson may speak of that lies outside of its folder.
struct LessonSurroundings {
    std::span<const LessonScene> scenes = lessonScenes();
    /// Whether there is a picture of a formula, by its TeX and whether it stands by itself ($$); empty:
    /// formulas are not looked up.
    std::function<bool(const std::string& tex, bool displayed)> hasFormula;
    /// Whether there is a lesson of this id; empty: a folder beside the lesson's own is one.
    std::function<bool(const std::string& id)> isLesson;
};

/// Where the parts of a step are in lesson.json, and what its words may name.
struct StepPlaces {
    int line = 0;
    int predictionLine = 0;
    int taskLine = 0;
    std::vector<int> questionLines;
    std::set<std::string> layers; ///< names of layers that are there, before or after its task
};

/// What lesson.json says: a lesson without words but its title and summary.
struct LessonStructure {
    Lesson lesson;
    std::vector<StepPlaces> places; ///< one a step
};

/// Reads lesson.json: every problem is told, and what could be read is given. Networks are those of the
/// folder.
[[nodiscard]] LessonStructure readLessonJson(const LocatedJson& json, const std::filesystem::path& folder,
                                             const LessonSurroundings& surroundings,
                                             LessonProblems& problems);

/// Whether there is a lesson of this id, for a lesson in this folder.
[[nodiscard]] bool lessonIsThere(const std::string& id, const std::filesystem::path& folder,
                                 const LessonSurroundings& surroundings);

/// A value for a field, as JSON has it; none where no field has such values.
[[nodiscard]] std::optional<FieldValue> fieldValueOf(const nlohmann::json& value);

/// Reads a list of actions and carries out on the ground what they change, so that each is held against what
/// is there when it comes.
[[nodiscard]] std::vector<LessonAction> readActions(const JsonPlace& place, LessonGround& ground,
                                                    LessonData& data, const ProblemSheet& sheet);

} // namespace protomind
