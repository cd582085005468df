// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/data/source_text.h"

#include <array>

namespace protomind {

/// A number that goes in and the number that should come out for it.
using NumberPair = std::array<float, 2>;

/// "pairs?data=0,1;1,3.5": the text that openData turns back into the same pairs.
[[nodiscard]] std::string pairsText(std::span<const NumberPair> pairs);

/// The pairs in "0,1;1,3.5"; a last ";" is allowed.
[[nodiscard]] Result<std::vector<NumberPair>> parsePairs(std::string_view text);

/// The pairs in lines that a person typed, or copied from a table: two columns, x and y, parted by tabs,
/// semicolons, commas or spaces - the first of these that occurs. The first line may name the columns. Beside
/// tabs and semicolons a comma may stand in a number: 0,5. Problems name the line.
[[nodiscard]] Result<std::vector<NumberPair>> pairsFromCsv(std::string_view text);

/// Opens "pairs" with its options: a training split alone.
[[nodiscard]] Result<DataSource> openPairs(std::span<const SourceText::Option> options);

} // namespace protomind
