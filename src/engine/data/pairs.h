// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/data/number_table.h"
#include "engine/data/source_text.h"

#include <array>

namespace protomind {

/// A number that goes in and the number that should come out for it.
using NumberPair = std::array<float, 2>;

/// "pairs?data=0,1;1,3.5": the text that openData turns back into the same pairs.
[[nodiscard]] std::string pairsText(std::span<const NumberPair> pairs);

/// The pairs in "0,1;1,3.5"; a last ";" is allowed.
[[nodiscard]] Result<std::vector<NumberPair>> parsePairs(std::string_view text);

/// Pairs from a table, and what its first line was passed over as.
struct PairsTable {
    std::vector<NumberPair> pairs;
    TableHeadings headings;
};

/// The pairs in lines that a person typed, or copied from a table of two columns, x and y: see readTable().
/// Problems name the line.
[[nodiscard]] Result<PairsTable> pairsFromCsv(std::string_view text);

/// Opens "pairs" with its options: a training split alone.
[[nodiscard]] Result<DataSource> openPairs(std::span<const SourceText::Option> options);

} // namespace protomind
