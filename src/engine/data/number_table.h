// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace protomind {

/// One row of a table of numbers.
struct TableRow {
    std::int64_t line = 1;   ///< counted from 1, empty lines too
    std::string_view text;   ///< as it stands there, without spaces around
    std::size_t columns = 0; ///< how many it has
    std::span<const float> values;
};

/// Who reads a table, and how its problems are worded.
struct TableReading {
    std::size_t columns = 1; ///< how many there should be
    /// A line, for a problem's place; 0 for the whole table.
    std::function<Sentence(std::int64_t line)> where;
    /// For a row with other than so many columns; its values are left out.
    std::function<std::unexpected<Problem>(const TableRow& row)> wrongColumns;
    std::function<Result<void>(const TableRow& row)> take;
};

/// What was passed over at the beginning.
struct TableHeadings {
    std::int64_t line = 0; ///< 0 where there were none
    std::string text;
};

/// Reads a table of numbers that a person typed, copied, or saved from another program (CSV). Its columns are
/// parted by tabs, semicolons, commas or spaces: by the first of these that its rows have. Beside tabs and
/// semicolons a comma in a number is a decimal mark; where a table has points and commas, "1.234" is refused.
/// Numbers may stand in quotes. A first row of words in every column names the columns; empty lines count
/// for nothing. Lines end in LF, CR LF or CR; a byte-order mark is passed over. A cell that is no number, and
/// a table without rows, are problems.
[[nodiscard]] Result<TableHeadings> readTable(std::string_view text, const TableReading& reading);

} // namespace protomind
