// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_table.h"

#include "engine/base/typed_number.h"
#include "engine/data/limits.h"

#include <algorithm>
#include <limits>
#include <new>

namespace protomind {
namespace {

constexpr std::size_t kNamedRows = 5;
/// From this share of numbers on, what is no number in a column is a slip, and counts as missing.
constexpr double kNumbersShare = 0.9;

/// Of the numbers of some forms.
struct Range {
    double minimum = std::numeric_limits<double>::infinity();
    double maximum = -std::numeric_limits<double>::infinity();

    void add(double value) {
        minimum = std::min(minimum, value);
        maximum = std::max(maximum, value);
    }
    void add(const Range& other) {
        minimum = std::min(minimum, other.minimum);
        maximum = std::max(maximum, other.maximum);
    }
};

/// What is gathered of a column before it is known which decimal mark the table has.
struct Gathered {
    static constexpr std::size_t kForms = static_cast<std::size_t>(CellForm::Text) + 1;
    std::array<std::int64_t, kForms> forms{};
    std::array<OddField, kForms> first;
    std::array<Range, kForms> ranges;
    double last = 0;
    bool counts = true;

    [[nodiscard]] std::int64_t count(CellForm form) const { return forms[static_cast<std::size_t>(form)]; }

    void add(std::string_view field, std::int64_t row) {
        const TableCell cell = readCell(field);
        const auto form = static_cast<std::size_t>(cell.form);
        if (forms[form]++ == 0)
            first[form] = {row, frontOfText(withoutOuterSpaces(field), kShownTextBytes)};
        ranges[form].add(cell.value);
        counts = counts && cell.form == CellForm::Whole &&
                 (forms[form] == 1 ? cell.value == 0 || cell.value == 1 : cell.value == last + 1);
        last = cell.value;
    }

    static constexpr std::size_t kShownTextBytes = 60;
};

DecimalMark decimalOf(const std::vector<Gathered>& columns, char delimiter) {
    std::int64_t points = 0;
    std::int64_t commas = 0;
    std::int64_t groupedPoints = 0;
    std::int64_t groupedCommas = 0;
    for (const Gathered& column : columns) {
        points += column.count(CellForm::Point);
        commas += column.count(CellForm::Comma);
        groupedPoints += column.count(CellForm::GroupedPoint);
        groupedCommas += column.count(CellForm::GroupedComma);
    }
    if (points != commas)
        return commas > points ? DecimalMark::Comma : DecimalMark::Point;
    // "1,234" between semicolons is rather 1.234; between commas, in quotation marks, rather 1234.
    return delimiter != ',' && groupedCommas > 0 && groupedPoints == 0 && points == 0 ? DecimalMark::Comma
                                                                                      : DecimalMark::Point;
}

ColumnFindings conclude(const Gathered& gathered, DecimalMark decimal) {
    ColumnFindings found;
    found.missing = gathered.count(CellForm::Missing);
    std::int64_t numbers = 0;
    std::int64_t marked = 0; // Numbers too, but written in another way.
    Range range;
    const OddField* odd = nullptr;
    for (std::size_t i = 1; i < Gathered::kForms; ++i) {
        const auto form = static_cast<CellForm>(i);
        found.values += gathered.forms[i];
        if (isNumber(form, decimal)) {
            numbers += gathered.forms[i];
            range.add(gathered.ranges[i]);
            continue;
        }
        if (form != CellForm::Text)
            marked += gathered.forms[i];
        if (gathered.forms[i] > 0 && (!odd || gathered.first[i].row < odd->row))
            odd = &gathered.first[i];
    }
    if (found.values == 0)
        return found;
    const auto enough = [&](std::int64_t part) {
        return double(part) >= kNumbersShare * double(found.values);
    };
    found.kind = enough(numbers)            ? ColumnFindings::Kind::Numbers
                 : enough(numbers + marked) ? ColumnFindings::Kind::Unclear
                                            : ColumnFindings::Kind::Text;
    if (found.kind == ColumnFindings::Kind::Numbers) {
        found.minimum = range.minimum;
        found.maximum = range.maximum;
        found.odd = found.values - numbers;
        found.countsRows = gathered.counts && numbers > 1;
    }
    if (odd && found.kind != ColumnFindings::Kind::Text)
        found.firstOdd = *odd;
    return found;
}

std::unexpected<Problem> inFile(Problem problem, const CsvTable& table) {
    problem.where =
        problem.where.empty() ? Sentence(table.file) : sentence("{:s}, {}", table.file, problem.where);
    return std::unexpected(std::move(problem));
}

} // namespace

Result<CsvTable> csvTableOf(TableText text, const std::string& file, const CsvChoices& choices) {
    CsvTable table{.file = file, .text = std::move(text.text), .encoding = text.encoding, .format = {}};
    auto format = csvFormatOf(table.text, choices);
    if (!format)
        return inFile(std::move(format.error()), table);
    table.format = std::move(*format);
    return table;
}

Result<CsvTable> openCsvTable(const std::string& file, const CsvChoices& choices) {
    auto text = readTableText(file);
    if (!text)
        return std::unexpected(text.error());
    return csvTableOf(std::move(*text), file, choices);
}

TableRows::TableRows(const CsvTable& table)
    : m_table(table)
    , m_reader(table.text, table.format.delimiter)
    , m_columns(table.format.names.size())
    , m_header(table.format.header) {}

/// Whether the row is another size than the table, and so kept in mind.
bool TableRows::takeRagged() {
    const auto fields = m_reader.fields();
    if (fields.size() >= m_columns &&
        std::ranges::all_of(fields.subspan(m_columns), &std::string_view::empty))
        return false;
    ++m_raggedCount;
    if (m_ragged.size() < kNamedRows)
        m_ragged.push_back({m_reader.row(), fields.size()});
    return true;
}

Result<bool> TableRows::next() {
    while (true) {
        auto more = m_reader.next();
        if (!more)
            return inFile(std::move(more.error()), m_table);
        if (!*more)
            return false;
        if (m_reader.isEmpty() || std::exchange(m_header, false) || takeRagged())
            continue;
        return true;
    }
}

Result<TableFindings> findingsOf(const CsvTable& table, std::optional<DecimalMark> decimal) {
    TableFindings findings;
    std::vector<Gathered> columns(table.format.names.size());
    TableRows rows(table);
    while (true) {
        const auto more = rows.next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (++findings.rows > kMaxTableRows)
            return fail(ProblemKind::Memory, sentence("The table has more than {} rows.", kMaxTableRows),
                        table.file, "Keep fewer rows of it.");
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i].add(rows.fields()[i], rows.row());
    }
    findings.ragged = rows.ragged();
    findings.raggedCount = rows.raggedCount();
    if (findings.raggedCount > findings.rows)
        return fail(ProblemKind::Input,
                    sentence("Most rows don't have {} fields, as the first has: row {} has {}.",
                             columns.size(), findings.ragged.front().row, findings.ragged.front().fields),
                    table.file, "Is another mark between the columns?");
    if (findings.rows == 0)
        return fail(ProblemKind::Input, "The table has no rows but the names of its columns.", table.file);
    findings.decimal = decimal ? *decimal : decimalOf(columns, table.format.delimiter);
    for (const Gathered& column : columns)
        findings.columns.push_back(conclude(column, findings.decimal));
    return findings;
}

Result<std::vector<DistinctValues>> distinctValues(const CsvTable& table, DecimalMark decimal,
                                                   std::span<const DistinctRequest> requests) {
    std::vector<DistinctValues> all(requests.size());
    TableRows rows(table);
    while (true) {
        const auto more = rows.next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return all;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const std::string_view field = withoutOuterSpaces(rows.fields()[requests[i].column]);
            DistinctValues& values = all[i];
            if (values.texts.size() > requests[i].limit || values.numbers.size() > requests[i].limit)
                continue;
            const TableCell cell = readCell(field);
            if (cell.form == CellForm::Missing)
                continue;
            if (requests[i].numbers) {
                if (isNumber(cell.form, decimal))
                    ++values.numbers[cell.value];
            } else if (const auto found = values.texts.find(field); found != values.texts.end()) {
                ++found->second;
            } else {
                values.texts.emplace(field, 1);
            }
        }
    }
}

} // namespace protomind
