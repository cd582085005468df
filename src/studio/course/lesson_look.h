// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/lesson_ground.h"
#include "studio/course/lesson_json.h"
#include "studio/lens/lens_request.h"

#include <optional>

namespace protomind {

/// What a lens is asked for it.
[[nodiscard]] LensRequest requestOf(const LookAction& look);

/// What stands beside the name of the lens, which key says: "sample", "split", "layer" and "settings". None
/// where it can't be read; that is told.
[[nodiscard]] std::optional<LookAction> readLook(ObjectReader& object, const char* key,
                                                 const ProblemSheet& sheet);

/// Whether it can be looked at so, with the network and the data that are there. The problem says why not,
/// and what was perhaps meant.
[[nodiscard]] Result<void> checkLook(const LookAction& look, const Experiment& experiment, LessonData& data);

} // namespace protomind
