// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// A picture that takes the canvas's place in a step, and what can be said of it there. The window has a
/// drawing for each.
struct LessonScene {
    struct Option {
        std::string name;
        std::vector<std::string> choices{}; ///< of a text; none: true or false
    };
    std::string kind;    ///< in lesson.json: "line-fit"
    std::string summary; ///< one sentence
    std::vector<Option> options;
};

inline constexpr const char* kFilterScene = "filter";

[[nodiscard]] std::span<const LessonScene> lessonScenes();

} // namespace protomind
