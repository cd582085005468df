// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace protomind {

/// Where the order of a learner's options begins: the same on every page of a visit, another on the next.
[[nodiscard]] std::uint64_t shuffleSeed(std::string_view learner, std::int64_t visit);

/// The options of a question of kind order as they are to be brought into order: the same for the same seed,
/// and never in the right order.
[[nodiscard]] std::vector<LessonOption> shuffledOptions(const Question& question, std::uint64_t seed);

/// The same options in the right order.
[[nodiscard]] std::vector<LessonOption> orderedOptions(const Question& question);

} // namespace protomind
