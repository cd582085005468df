// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/runs/run_list.h"

#include <nlohmann/json.hpp>

#include <cstddef>

namespace protomind {

/// The runs as they stand in a project file: a list of objects, oldest first.
[[nodiscard]] nlohmann::json toJson(const RunList& runs);

struct ReadRuns {
    RunList runs;
    std::size_t leftOut = 0; ///< that say something impossible, or are too large together, or can't be read
};
/// Fails where it is no list, or longer than kMaxRuns.
[[nodiscard]] Result<ReadRuns> runsFromJson(const nlohmann::json& json);

} // namespace protomind
