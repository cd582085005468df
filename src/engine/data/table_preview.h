// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/table_plan.h"

namespace protomind {

/// A column as a person sees it before the table is learned from.
struct PreviewColumn {
    std::string name;
    Sentence found; ///< "numbers", "3 different texts"
    std::int64_t missing = 0;
    PlannedColumn::Role role = PlannedColumn::Role::Feature;
    Sentence purpose; ///< "target, 3 classes", "left out: each row has another text"
};

/// A table's first rows, and what was found of its columns.
struct TablePreview {
    CsvFormat format;
    std::vector<PreviewColumn> columns;         ///< all of them; empty where there is a problem
    std::vector<std::vector<std::string>> rows; ///< the first kPreviewRows, cut to kPreviewColumns
    std::vector<std::int64_t> rowNumbers;       ///< as a spreadsheet counts them
    std::int64_t rowCount = 0;
    /// Why it can't be learned from as chosen.
    std::optional<Problem> problem;
};

inline constexpr std::size_t kPreviewRows = 20;
inline constexpr std::size_t kPreviewColumns = 100;
/// As much of a field is shown.
inline constexpr std::size_t kPreviewFieldBytes = 200;

/// Fails where the rows can't be read.
[[nodiscard]] Result<TablePreview> previewTable(const CsvTable& table, const TableChoices& choices);

} // namespace protomind
