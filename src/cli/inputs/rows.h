// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// "1.0,2.0" (or with semicolons): numbers only; none where it is something else.
[[nodiscard]] std::optional<std::vector<float>> parseRow(std::string_view text);

struct NamedRow {
    std::string name; ///< "points.csv:3"
    std::vector<float> values;
};

/// The rows of a CSV file, each of so many numbers. A first line that is not numbers is taken for headings.
[[nodiscard]] Result<std::vector<NamedRow>> readRows(const std::string& path, std::int64_t columns);

} // namespace protomind
