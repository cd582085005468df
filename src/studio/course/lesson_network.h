// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_problem.h"
#include "studio/network/network.h"

#include <optional>
#include <string_view>

namespace protomind {

/// A network of a lesson's folder. What is wrong in its file is told with its line, and so is what this
/// version has no use for: a learner's drawing keeps it, but in a lesson it is a slip of the pen.
[[nodiscard]] std::optional<Network> readLessonNetwork(std::string_view text, const ProblemSheet& sheet);

} // namespace protomind
