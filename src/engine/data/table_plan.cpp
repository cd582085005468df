// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_plan.h"

#include "engine/base/letter_case.h"
#include "engine/data/limits.h"
#include "engine/data/source_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace protomind {
namespace {

using Role = PlannedColumn::Role;
using Reason = PlannedColumn::Reason;
using Kind = ColumnFindings::Kind;

/// Whole numbers are classes where they are no more different ones than this,
constexpr std::size_t kMostNumberClasses = 20;
/// and each is there so often on average; two different ones always are.
constexpr std::int64_t kRowsPerNumberClass = 5;

constexpr std::string_view kRowNumberNames[] = {"id",  "index",    "nr",         "no", "nummer",
                                                "row", "rownames", "unnamed: 0", "#"};

Result<std::size_t> columnNamed(const CsvTable& table, const std::string& name) {
    const auto& names = table.format.names;
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    constexpr std::size_t kListed = 12;
    const std::string_view nearest = nearestName(name, names);
    const auto listed = std::span(names).first(std::min(names.size(), kListed));
    return fail(ProblemKind::Request, sentence("The table has no column named \"{:s}\".", name), table.file,
                !nearest.empty()          ? sentence("Did you mean \"{:s}\"?", nearest)
                : names.size() <= kListed ? sentence("There are {}.", listedNames(listed))
                                          : sentence("It begins with {}.", listedNames(listed)));
}

/// A column's number for its row teaches nothing: it is known by its name, or by having none.
bool isRowNumber(const PlannedColumn& column, std::size_t index, const CsvFormat& format) {
    if (!column.findings.countsRows)
        return false;
    const bool unnamed =
        format.header && index == 0 && std::ranges::find(format.renamed, index) != format.renamed.end();
    return unnamed ||
           std::ranges::find(kRowNumberNames, inSmallLetters(column.name)) != std::end(kRowNumberNames);
}

Reason reasonBefore(const PlannedColumn& column, std::size_t index, const CsvFormat& format) {
    switch (column.findings.kind) {
    case Kind::Empty:
        return Reason::Empty;
    case Kind::Unclear:
        return Reason::Unclear;
    case Kind::Numbers:
        if (column.findings.minimum == column.findings.maximum)
            return Reason::Constant;
        return isRowNumber(column, index, format) ? Reason::CountsRows : Reason::None;
    case Kind::Text:
        break;
    }
    return Reason::None;
}

void leaveOut(PlannedColumn& column, Reason reason) {
    column.role = Role::LeftOut;
    column.reason = reason;
}

void takeTexts(PlannedColumn& column, const DistinctValues& values) {
    std::int64_t most = 0;
    for (const auto& [text, count] : values.texts) {
        if (count > most) {
            most = count;
            column.mostFrequent = column.categories.size();
        }
        column.categories.push_back(text);
    }
}

void planText(PlannedColumn& column, const DistinctValues& values) {
    const std::size_t different = values.texts.size();
    if (different == 1)
        leaveOut(column, Reason::Constant);
    else if (static_cast<std::int64_t>(different) == column.findings.values)
        leaveOut(column, Reason::EachDifferent);
    else if (different > kMaxTableCategories)
        leaveOut(column, Reason::TooMany);
    else
        takeTexts(column, values);
}

/// Whether numbers in a target stand for classes where nobody says so.
bool lookLikeClasses(const std::map<double, std::int64_t>& numbers, std::int64_t values) {
    const auto isWhole = [](const auto& entry) { return entry.first == std::floor(entry.first); };
    const std::size_t different = numbers.size();
    return std::ranges::all_of(numbers, isWhole) &&
           (different <= 2 || (different <= kMostNumberClasses &&
                               static_cast<std::int64_t>(different) * kRowsPerNumberClass <= values));
}

std::unexpected<Problem> badTarget(const CsvTable& table, Sentence sentence, Sentence remedy) {
    return fail(ProblemKind::Request, std::move(sentence), table.file, std::move(remedy));
}

Result<void> checkTarget(const CsvTable& table, const PlannedColumn& column, TableTask task) {
    const ColumnFindings& found = column.findings;
    if (found.kind == Kind::Empty)
        return badTarget(table, sentence("The target column \"{:s}\" has no value in any row.", column.name),
                         "Choose another column as the target.");
    if (found.kind == Kind::Unclear)
        return badTarget(
            table,
            sentence("In the target column \"{:s}\", \"{:s}\" in row {} is no number: marks between "
                     "thousands are not guessed.",
                     column.name, found.firstOdd.text, found.firstOdd.row),
            "Write the numbers without such marks, and all with the same decimal mark.");
    if (column.isNumbers() && found.minimum == found.maximum)
        return badTarget(
            table,
            sentence("The target column \"{:s}\" has {} in every row: there is nothing to learn.",
                     column.name, numberName(found.minimum)),
            "Choose another column as the target.");
    if (found.kind == Kind::Text && task == TableTask::Values)
        return badTarget(table,
                         sentence("The target column \"{:s}\" has texts in it, no numbers.", column.name),
                         "Choose classes instead of values, or another column as the target.");
    return {};
}

Result<void> planClasses(const CsvTable& table, TablePlan& plan, const DistinctValues& values) {
    PlannedColumn& column = plan.columns[plan.target];
    for (const auto& [number, count] : values.numbers) {
        plan.numberClasses.push_back(number);
        column.categories.push_back(numberName(number));
    }
    takeTexts(column, values);
    const std::size_t different = column.categories.size();
    if (different > kMaxTableClasses)
        return badTarget(
            table,
            sentence("The target column \"{:s}\" has more than {} different values, too many for "
                     "classes.",
                     column.name, kMaxTableClasses),
            "Choose another column as the target.");
    if (different == 1)
        return badTarget(table,
                         sentence("The target column \"{:s}\" has \"{:s}\" in every row: there is nothing to "
                                  "tell apart.",
                                  column.name, column.categories.front()),
                         "Choose another column as the target.");
    if (column.findings.kind == Kind::Text &&
        static_cast<std::int64_t>(different) == column.findings.values && column.findings.values > 2)
        return badTarget(
            table,
            sentence("The target column \"{:s}\" has another text in each of its {} rows: there is "
                     "nothing to learn from several of a kind.",
                     column.name, column.findings.values),
            "Choose another column as the target.");
    return {};
}

Result<void> planTarget(const CsvTable& table, TablePlan& plan, const DistinctValues& values) {
    const PlannedColumn& column = plan.columns[plan.target];
    TableTask task = plan.choices.task;
    if (task == TableTask::Auto)
        task = !column.isNumbers() || lookLikeClasses(values.numbers, column.findings.values)
                   ? TableTask::Classes
                   : TableTask::Values;
    plan.targetKind = task == TableTask::Classes ? TargetKind::Class : TargetKind::Values;
    if (task == TableTask::Classes)
        return planClasses(table, plan, values);
    return {};
}

Result<void> leaveOutByHand(const CsvTable& table, TablePlan& plan) {
    for (const std::string& name : plan.choices.without) {
        const auto index = columnNamed(table, name);
        if (!index)
            return std::unexpected(index.error());
        if (*index == plan.target)
            return badTarget(table,
                             sentence("The column \"{:s}\" is the target and can't be left out.", name),
                             "Choose another column as the target first.");
        leaveOut(plan.columns[*index], Reason::ByHand);
    }
    return {};
}

} // namespace

Sentence whyLeftOut(PlannedColumn::Reason reason) {
    switch (reason) {
    case Reason::None:
        break;
    case Reason::ByHand:
        return "left out by hand";
    case Reason::Empty:
        return "left out: no row has a value";
    case Reason::Constant:
        return "left out: the same in every row";
    case Reason::CountsRows:
        return "left out: it only counts the rows";
    case Reason::Unclear:
        return "left out: marks between thousands are not guessed";
    case Reason::EachDifferent:
        return "left out: each row has another text";
    case Reason::TooMany:
        return sentence("left out: more than {} different texts", kMaxTableCategories);
    }
    return {};
}

std::string numberName(double value) {
    char digits[32];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    return error == std::errc() ? std::string(digits, end) : std::string();
}

Result<std::size_t> targetColumn(const CsvTable& table, const std::string& name) {
    if (name.empty())
        return table.format.names.size() - 1;
    return columnNamed(table, name);
}

Result<TablePlan> planTable(const CsvTable& table, const TableChoices& choices) {
    TablePlan plan{.choices = choices, .findings = {}, .columns = {}, .numberClasses = {}};
    const auto target = targetColumn(table, choices.target);
    if (!target)
        return std::unexpected(target.error());
    plan.target = *target;
    auto findings = findingsOf(table, choices.decimal);
    if (!findings)
        return std::unexpected(findings.error());
    plan.findings = std::move(*findings);

    std::vector<DistinctRequest> requests;
    for (std::size_t i = 0; i < table.format.names.size(); ++i) {
        PlannedColumn column;
        column.name = table.format.names[i];
        column.findings = std::move(plan.findings.columns[i]);
        const bool isTarget = i == plan.target;
        if (isTarget)
            column.role = Role::Target;
        else if (const Reason reason = reasonBefore(column, i, table.format); reason != Reason::None)
            leaveOut(column, reason);
        plan.columns.push_back(std::move(column));
    }
    plan.findings.columns.clear();
    if (auto left = leaveOutByHand(table, plan); !left)
        return std::unexpected(left.error());
    if (auto checked = checkTarget(table, plan.columns[plan.target], choices.task); !checked)
        return std::unexpected(checked.error());

    for (std::size_t i = 0; i < plan.columns.size(); ++i)
        if (i == plan.target)
            requests.push_back({i, plan.columns[i].isNumbers(), kMaxTableClasses});
        else if (plan.columns[i].role == Role::Feature && !plan.columns[i].isNumbers())
            requests.push_back({i, false, kMaxTableCategories});
    const auto distinct = distinctValues(table, plan.findings.decimal, requests);
    if (!distinct)
        return std::unexpected(distinct.error());
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (requests[i].column != plan.target)
            planText(plan.columns[requests[i].column], (*distinct)[i]);
        else if (auto planned = planTarget(table, plan, (*distinct)[i]); !planned)
            return std::unexpected(planned.error());

    for (PlannedColumn& column : plan.columns) {
        column.feature = plan.features;
        plan.features += column.features();
    }
    return plan;
}

} // namespace protomind
