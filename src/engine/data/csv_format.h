// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/data/table_cell.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// What a person says of how a table is written; the rest is found.
struct CsvChoices {
    std::optional<char> delimiter;
    std::optional<DecimalMark> decimal;
    std::optional<bool> header; ///< whether the first row names the columns
};

/// How a table is written.
struct CsvFormat {
    char delimiter = ',';
    bool header = true;
    /// One a column, all different: of the header, without spaces around, or "column 1".
    std::vector<std::string> names;
    /// Columns that had no name, or one that another had before.
    std::vector<std::size_t> renamed;
};

/// Comma, semicolon, tab and "|", whichever parts the first rows into equally many fields; the first row is a
/// header where it has texts above numbers or, in a table of texts, texts that come once. Fails on a text
/// without rows, and on what CsvReader fails on.
[[nodiscard]] Result<CsvFormat> csvFormatOf(std::string_view text, const CsvChoices& choices);

} // namespace protomind
