// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace protomind {

/// A part of the window that a lesson can lock, hide or point at. Names are part of the format of lessons.
struct LessonControl {
    const char* name;  ///< "learning-rate"
    const char* title; ///< for a person: "Learning rate"
};

/// All there are; windows know a place for each of them.
[[nodiscard]] std::span<const LessonControl> lessonControls();
/// Null where there is none of that name.
[[nodiscard]] const LessonControl* findLessonControl(std::string_view name);
/// The name that was likely meant; empty where none is close enough.
[[nodiscard]] std::string_view nearestLessonControl(std::string_view name);

} // namespace protomind
