// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/table_plan.h"

namespace protomind {

/// How a feature of numbers was scaled: (value - center) / spread.
struct FeatureScale {
    double center = 0;
    double spread = 1;
    std::int64_t filled = 0; ///< missing values that became center or, unscaled, the mean
    double fill = 0;         ///< what stands for them in the table's own unit
    bool constant = false;   ///< in the rows that are left
};

/// The numbers of a table as its plan has them.
struct FilledTable {
    std::vector<float> samples; ///< [rows, features]
    std::vector<float> targets; ///< [rows]
    std::int64_t rows = 0;
    std::int64_t withoutTarget = 0;         ///< rows left out, as their target is missing or no number
    std::int64_t dropped = 0;               ///< rows left out, as a feature is missing
    std::vector<FeatureScale> scales;       ///< of each column; of those of texts, filled alone is meant
    double targetUnit = 1;                  ///< what 1 of a target stands for: a power of ten
    std::vector<std::int64_t> classSamples; ///< of each class
};

/// Fails where no column or no row is left, and on more than kMaxTableNumbers numbers.
[[nodiscard]] Result<FilledTable> fillTable(const CsvTable& table, const TablePlan& plan);

/// What a person should know of how the table was read, with numbers.
[[nodiscard]] std::vector<Sentence> tableNotes(const CsvTable& table, const TablePlan& plan,
                                               const FilledTable& filled);

} // namespace protomind
