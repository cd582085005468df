// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_source.h"

#include "engine/base/typed_number.h"
#include "engine/data/table_set.h"

#include <algorithm>
#include <new>

namespace protomind {
namespace {

template<class Value>
struct NamedValue {
    std::string_view name;
    Value value;
};

template<class Value, std::size_t count>
Value valueOf(const NamedValue<Value> (&values)[count], const std::string& name) {
    const auto found = std::ranges::find(values, name, &NamedValue<Value>::name);
    require(found != std::end(values), "csv: an option has a value that is none of its choices");
    return found->value;
}

constexpr NamedValue<TableTask> kTasks[] = {
    {"auto", TableTask::Auto}, {"classes", TableTask::Classes}, {"values", TableTask::Values}};
constexpr NamedValue<TableScale> kScales[] = {
    {"standard", TableScale::Standard}, {"minmax", TableScale::MinMax}, {"none", TableScale::None}};
constexpr NamedValue<TableMissing> kMissingWays[] = {{"mean", TableMissing::Mean},
                                                     {"drop", TableMissing::Drop}};
constexpr NamedValue<std::optional<char>> kDelimiterNames[] = {
    {"auto", std::nullopt}, {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}};
constexpr NamedValue<std::optional<DecimalMark>> kDecimalMarks[] = {
    {"auto", std::nullopt}, {"point", DecimalMark::Point}, {"comma", DecimalMark::Comma}};
constexpr NamedValue<std::optional<bool>> kHeaders[] = {{"auto", std::nullopt}, {"yes", true}, {"no", false}};

CsvChoices formOf(const FileOptionValues& options) {
    return {.delimiter = valueOf(kDelimiterNames, options.text("delimiter")),
            .decimal = valueOf(kDecimalMarks, options.text("decimal")),
            .header = valueOf(kHeaders, options.text("header"))};
}

TableChoices choicesOf(const FileOptionValues& options) {
    return {.target = options.text("target"),
            .task = valueOf(kTasks, options.text("task")),
            .scale = valueOf(kScales, options.text("scale")),
            .missing = valueOf(kMissingWays, options.text("missing")),
            .without = columnNamesIn(options.text("without")),
            .decimal = valueOf(kDecimalMarks, options.text("decimal"))};
}

Result<DataSource> openCsv(const std::string& path, const FileOptionValues& options, std::uint64_t) {
    const auto table = openCsvTable(path, formOf(options));
    if (!table)
        return std::unexpected(table.error());
    return tableData(*table, choicesOf(options));
}

} // namespace

FileSource csvSource() {
    return {
        .name = "csv",
        .title = "Table (CSV)",
        .summary = "Rows of a table saved as CSV: one column is learned from the others.",
        .folder = false,
        .endings = {"csv", "tsv", "tab", "txt"},
        .options =
            {columnOption("target", "Target",
                          "The column that the network learns to tell; the last, if none is given."),
             choiceOption("task", "Learn", "Whether the target is a class or a value.",
                          {{"auto", "As it looks"}, {"classes", "Classes"}, {"values", "Values"}}),
             choiceOption(
                 "scale", "Scale numbers",
                 "How the columns of numbers are scaled: networks learn numbers near 1 best.",
                 {{"standard", "Mean 0, deviation 1"}, {"minmax", "From 0 to 1"}, {"none", "Not at all"}}),
             choiceOption("missing", "Missing values",
                          "What becomes of empty fields, and of NA, N/A, NaN, null, ? and -: the mean of the "
                          "column or its "
                          "most frequent text stands for them, or the row is left out.",
                          {{"mean", "Fill them in"}, {"drop", "Leave the row out"}}),
             columnsOption("without", "Leave out",
                           "Columns that are not learned from, parted by semicolons."),
             choiceOption("delimiter", "Between columns", "What parts the columns from each other.",
                          {{"auto", "Found by itself"},
                           {"comma", "Comma"},
                           {"semicolon", "Semicolon"},
                           {"tab", "Tab"},
                           {"bar", "Vertical bar"}}),
             choiceOption("decimal", "Decimal mark", "How numbers with decimals are written.",
                          {{"auto", "Found by itself"}, {"point", "Point: 3.14"}, {"comma", "Comma: 3,14"}}),
             choiceOption("header", "First row", "Whether the first row has the names of the columns.",
                          {{"auto", "Found by itself"}, {"yes", "Names of columns"}, {"no", "Data"}})},
        .open = &openCsv};
}

Result<TablePreview> previewCsv(const std::string& text) {
    const FileSource source = csvSource();
    const auto parts = parseFileSourceText(source, text);
    if (!parts)
        return std::unexpected(parts.error());
    const auto options = checkedOptions(source, parts->options);
    if (!options)
        return std::unexpected(options.error());
    try {
        const auto table = openCsvTable(parts->path, formOf(*options));
        if (!table)
            return std::unexpected(table.error());
        return previewTable(*table, choicesOf(*options));
    } catch (const std::bad_alloc&) {
        return fail(ProblemKind::Memory, "There is not enough memory for this table.", parts->path);
    }
}

std::vector<std::string> columnNamesIn(std::string_view text) {
    std::vector<std::string> names(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ';') {
            names.back() += text[i];
        } else if (text.substr(i + 1).starts_with(';')) {
            names.back() += ';';
            ++i;
        } else {
            names.emplace_back();
        }
    }
    for (std::string& name : names)
        name = std::string(withoutOuterSpaces(name));
    std::erase(names, std::string());
    return names;
}

std::string columnNamesText(std::span<const std::string> names) {
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty())
            text += ';';
        for (const char c : name)
            text.append(c == ';' ? 2 : 1, c);
    }
    return text;
}

} // namespace protomind
