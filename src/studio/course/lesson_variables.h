// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson.h"

namespace protomind {

/// The variables that a lesson looks at, begins with or moves, each once: "conv1/kernel". Whoever shows it
/// needs their numbers, whatever else is seen of the network.
[[nodiscard]] std::vector<std::string> variablesNamedIn(const Lesson& lesson);

} // namespace protomind
