// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/csv_table.h"
#include "engine/data/data_set.h"

namespace protomind {

enum class TableTask { Auto, Classes, Values };
enum class TableScale { Standard, MinMax, None };
enum class TableMissing { Mean, Drop };

/// What a person says of what a table's columns are for.
struct TableChoices {
    std::string target; ///< a column's name; empty: the last
    TableTask task = TableTask::Auto;
    TableScale scale = TableScale::Standard;
    TableMissing missing = TableMissing::Mean;
    std::vector<std::string> without;
    std::optional<DecimalMark> decimal;
};

/// What a column is for, and what was found in it.
struct PlannedColumn {
    enum class Role { Feature, Target, LeftOut };
    enum class Reason { None, ByHand, Empty, Constant, CountsRows, Unclear, EachDifferent, TooMany };
    std::string name;
    ColumnFindings findings;
    Role role = Role::Feature;
    Reason reason = Reason::None; ///< why it is left out
    /// Of a column of texts and of a target with classes: the different ones in their order.
    std::vector<std::string> categories;
    std::size_t mostFrequent = 0;
    std::size_t feature = 0; ///< index of its first feature

    [[nodiscard]] bool isNumbers() const { return findings.kind == ColumnFindings::Kind::Numbers; }
    /// How many features it becomes.
    [[nodiscard]] std::size_t features() const {
        return role != Role::Feature ? 0 : isNumbers() ? 1 : categories.size();
    }
};

/// How a table becomes a data set.
struct TablePlan {
    TableChoices choices;
    TableFindings findings; ///< their columns have moved
    std::vector<PlannedColumn> columns;
    std::size_t target = 0;
    TargetKind targetKind = TargetKind::Class;
    std::vector<double> numberClasses; ///< of a target of numbers: those of the categories
    std::size_t features = 0;
};

/// Fails on a target or a column left out that there is not, and on a target that can't be one.
[[nodiscard]] Result<TablePlan> planTable(const CsvTable& table, const TableChoices& choices);

/// The column's index; an empty name is the last.
[[nodiscard]] Result<std::size_t> targetColumn(const CsvTable& table, const std::string& name);

/// "left out: each row has another text"; empty where there is no reason.
[[nodiscard]] Sentence whyLeftOut(PlannedColumn::Reason reason);

/// The shortest text that reads back as the same number, with a point.
[[nodiscard]] std::string numberName(double value);

} // namespace protomind
