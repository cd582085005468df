// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/data/number_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Whether a word can only be meant as numbers: "1.0,2.0", "0,5;1", "-3".
[[nodiscard]] bool looksLikeRow(std::string_view word);
/// The numbers of such a word, parted as in readTable(); where a single one is wanted, a comma is a decimal
/// mark.
[[nodiscard]] Result<std::vector<float>> readRow(const std::string& word, std::int64_t columns);

/// Whether a file's name says that it is a table.
[[nodiscard]] bool isTableName(std::string_view name);

struct NamedRow {
    std::string name; ///< "points.csv:3"
    std::vector<float> values;
};

struct NamedRows {
    std::vector<NamedRow> rows;
    TableHeadings headings;
};

/// The rows of a file, each of so many numbers: see readTable().
[[nodiscard]] Result<NamedRows> readRows(const std::string& path, std::int64_t columns);

} // namespace protomind
