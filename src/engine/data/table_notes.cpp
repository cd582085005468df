// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/limits.h"
#include "engine/data/table_fill.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace protomind {
namespace {

using Role = PlannedColumn::Role;
using Reason = PlannedColumn::Reason;

/// So many columns are named one by one.
constexpr std::size_t kNamedColumns = 8;

/// Columns of a kind, each named with what is said of it.
class ColumnList {
public:
    void add(std::string text) {
        if (++m_count <= kNamedColumns)
            m_parts.push_back(Sentence::name(std::move(text)));
    }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] Sentence text() const {
        const Sentence named = Sentence::row(m_parts, ", ");
        return m_count > kNamedColumns ? sentence("{} and {} more", named, m_count - kNamedColumns) : named;
    }

private:
    std::vector<Sentence> m_parts;
    std::size_t m_count = 0;
};

std::string quoted(const std::string& name) {
    return fmt::format("\"{}\"", name);
}

const char* delimiterName(char delimiter) {
    switch (delimiter) {
    case '\t':
        return "tabs";
    case ';':
        return "semicolons";
    case '|':
        return "vertical bars";
    default:
        return "commas";
    }
}

void noteForm(std::vector<Sentence>& notes, const CsvTable& table, const TablePlan& plan) {
    notes.push_back(plan.columns.size() == 1
                        ? sentence("The table has {} rows and 1 column.", plan.findings.rows)
                        : sentence("The table has {} rows and {} columns, parted by {}.", plan.findings.rows,
                                   plan.columns.size(), delimiterName(table.format.delimiter)));
    if (plan.findings.decimal == DecimalMark::Comma)
        notes.emplace_back("Its numbers have a decimal comma.");
    if (!table.format.header)
        notes.emplace_back("Its first row is taken for data, so its columns are numbered.");
    if (table.encoding == TextEncoding::Utf16)
        notes.emplace_back("It is saved as UTF-16.");
    if (table.encoding == TextEncoding::Windows1252)
        notes.emplace_back(
            "It is not saved as UTF-8, so its letters are read as Windows-1252. Where they look "
            "wrong, save it as UTF-8.");
    ColumnList renamed;
    for (const std::size_t index : table.format.renamed)
        renamed.add(quoted(table.format.names[index]));
    if (!renamed.empty())
        notes.push_back(sentence("Columns without a name of their own are called {}.", renamed.text()));
    ColumnList ragged;
    for (const RaggedRow& row : plan.findings.ragged)
        ragged.add(fmt::format("{} ({})", row.row, row.fields));
    if (plan.findings.raggedCount == 1)
        notes.push_back(sentence("Row {:s} is left out: the number of its fields is {} instead of {}.",
                                 std::to_string(plan.findings.ragged.front().row),
                                 plan.findings.ragged.front().fields, plan.columns.size()));
    else if (!ragged.empty())
        notes.push_back(
            sentence("{} rows are left out, as they don't have {} fields; the first are, with how many "
                     "they have: {}.",
                     plan.findings.raggedCount, plan.columns.size(), ragged.text()));
}

void noteTarget(std::vector<Sentence>& notes, const TablePlan& plan, const FilledTable& filled) {
    const PlannedColumn& target = plan.columns[plan.target];
    if (plan.targetKind == TargetKind::Class) {
        ColumnList classes;
        ColumnList gone;
        for (std::size_t i = 0; i < target.categories.size(); ++i) {
            classes.add(quoted(target.categories[i]));
            if (filled.classSamples[i] == 0)
                gone.add(quoted(target.categories[i]));
        }
        notes.push_back(sentence("The target is \"{:s}\", with {} classes: {}.", target.name,
                                 target.categories.size(), classes.text()));
        if (!gone.empty())
            notes.push_back(sentence("No row is left of {}.", gone.text()));
    } else if (filled.targetUnit == 1) {
        notes.push_back(sentence("The target is \"{:s}\", with values between {} and {}, as they are.",
                                 target.name, target.findings.minimum, target.findings.maximum));
    } else {
        notes.push_back(sentence("The target is \"{:s}\", with values between {} and {}. They are counted in "
                                 "units of {}, as networks learn numbers near 1 best.",
                                 target.name, target.findings.minimum, target.findings.maximum,
                                 filled.targetUnit));
    }
    if (filled.withoutTarget > 0)
        notes.push_back(
            sentence("Rows left out, as their target is missing or no number: {}.", filled.withoutTarget));
}

void noteFeatures(std::vector<Sentence>& notes, const TablePlan& plan, const FilledTable& filled) {
    ColumnList numbers;
    ColumnList texts;
    ColumnList constant;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const PlannedColumn& column = plan.columns[i];
        if (column.role != Role::Feature)
            continue;
        const FeatureScale& scale = filled.scales[i];
        if (!column.isNumbers())
            texts.add(fmt::format("{} ({})", quoted(column.name), column.categories.size()));
        else if (plan.choices.scale == TableScale::None)
            numbers.add(quoted(column.name));
        else if (plan.choices.scale == TableScale::Standard)
            numbers.add(fmt::format("{} ({:.4g}, {:.4g})", quoted(column.name), scale.center, scale.spread));
        else
            numbers.add(fmt::format("{} ({:.4g}, {:.4g})", quoted(column.name), scale.center,
                                    scale.center + scale.spread));
        if (column.isNumbers() && scale.constant)
            constant.add(quoted(column.name));
    }
    if (!numbers.empty())
        notes.push_back(
            plan.choices.scale == TableScale::None
                ? sentence("Numbers go in as they are: {}.", numbers.text())
            : plan.choices.scale == TableScale::Standard
                ? sentence("Numbers are standardised over all rows: their mean becomes 0, their standard "
                           "deviation 1. Both were: {}.",
                           numbers.text())
                : sentence("Numbers are scaled over all rows: their least becomes 0, their largest 1. "
                           "Both were: {}.",
                           numbers.text()));
    if (!texts.empty())
        notes.push_back(
            sentence("Texts become a feature for each different one, 1 where it stands and 0 elsewhere "
                     "(one-hot): {}.",
                     texts.text()));
    if (!constant.empty())
        notes.push_back(
            sentence("In the rows that are left, the same number stands everywhere in {}.", constant.text()));
}

void noteLeftOut(std::vector<Sentence>& notes, const TablePlan& plan) {
    const auto columnsOf = [&](Reason reason, const std::function<std::string(const PlannedColumn&)>& say) {
        ColumnList list;
        for (const PlannedColumn& column : plan.columns)
            if (column.role == Role::LeftOut && column.reason == reason)
                list.add(say(column));
        return list;
    };
    const auto name = [](const PlannedColumn& column) { return quoted(column.name); };
    const auto odd = [](const PlannedColumn& column) {
        return fmt::format("{} ({}: {})", quoted(column.name), column.findings.firstOdd.row,
                           quoted(column.findings.firstOdd.text));
    };
    if (const auto list = columnsOf(Reason::ByHand, name); !list.empty())
        notes.push_back(sentence("Left out by hand: {}.", list.text()));
    if (const auto list = columnsOf(Reason::Empty, name); !list.empty())
        notes.push_back(sentence("Left out, as no row has a value there: {}.", list.text()));
    if (const auto list = columnsOf(Reason::Constant, name); !list.empty())
        notes.push_back(sentence("Left out, as the same stands there in every row: {}.", list.text()));
    if (const auto list = columnsOf(Reason::CountsRows, name); !list.empty())
        notes.push_back(sentence("Left out, as it only counts the rows: {}.", list.text()));
    if (const auto list = columnsOf(Reason::EachDifferent, name); !list.empty())
        notes.push_back(sentence("Left out, as each row has another text there: {}.", list.text()));
    if (const auto list = columnsOf(Reason::TooMany, name); !list.empty())
        notes.push_back(sentence("Left out, as there are more than {} different texts: {}.",
                                 kMaxTableCategories, list.text()));
    if (const auto list = columnsOf(Reason::Unclear, odd); !list.empty())
        notes.push_back(
            sentence("Left out, as marks between thousands are not guessed (row and what stands there): "
                     "{}.",
                     list.text()));
    ColumnList counting;
    for (const PlannedColumn& column : plan.columns)
        if (column.role == Role::Feature && column.isNumbers() && column.findings.countsRows)
            counting.add(quoted(column.name));
    if (!counting.empty())
        notes.push_back(sentence("This only counts the rows: {}. Leave it out where it is no quantity.",
                                 counting.text()));
}

void noteMissing(std::vector<Sentence>& notes, const TablePlan& plan, const FilledTable& filled) {
    ColumnList numbers;
    ColumnList texts;
    ColumnList dropped;
    ColumnList odd;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const PlannedColumn& column = plan.columns[i];
        if (column.role == Role::LeftOut)
            continue;
        const FeatureScale& scale = filled.scales[i];
        if (column.isNumbers() && column.findings.odd > 0)
            odd.add(fmt::format("{} ({}; {}: {})", quoted(column.name), column.findings.odd,
                                column.findings.firstOdd.row, quoted(column.findings.firstOdd.text)));
        if (column.role != Role::Feature)
            continue;
        if (plan.choices.missing == TableMissing::Drop) {
            if (const std::int64_t missing = column.findings.missing + column.findings.odd; missing > 0)
                dropped.add(fmt::format("{} ({})", quoted(column.name), missing));
        } else if (scale.filled > 0 && column.isNumbers()) {
            numbers.add(fmt::format("{} ({}: {:.4g})", quoted(column.name), scale.filled, scale.fill));
        } else if (scale.filled > 0) {
            texts.add(fmt::format("{} ({}: {})", quoted(column.name), scale.filled,
                                  quoted(column.categories[column.mostFrequent])));
        }
    }
    if (!odd.empty())
        notes.push_back(
            sentence("What is no number among numbers counts as missing (how many; the first one's row and "
                     "what stands there): {}.",
                     odd.text()));
    if (!numbers.empty())
        notes.push_back(
            sentence("Missing numbers became their column's mean (how many: mean): {}.", numbers.text()));
    if (!texts.empty())
        notes.push_back(sentence(
            "Missing texts became their column's most frequent one (how many: text): {}.", texts.text()));
    if (!dropped.empty())
        notes.push_back(
            sentence("Rows left out, as something is missing in them: {}. How many lack it, by column: {}.",
                     filled.dropped, dropped.text()));
}

} // namespace

std::vector<Sentence> tableNotes(const CsvTable& table, const TablePlan& plan, const FilledTable& filled) {
    std::vector<Sentence> notes;
    noteForm(notes, table, plan);
    noteTarget(notes, plan, filled);
    noteFeatures(notes, plan, filled);
    noteLeftOut(notes, plan);
    noteMissing(notes, plan, filled);
    return notes;
}

} // namespace protomind
