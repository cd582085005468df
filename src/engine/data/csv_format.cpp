// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv_format.h"

#include "engine/base/typed_number.h"
#include "engine/data/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace protomind {
namespace {

/// In the order in which they are taken where several part the rows equally well: a comma may be a decimal
/// mark.
constexpr char kDelimiters[] = {'\t', ';', '|', ','};
/// So many rows are looked at.
constexpr std::size_t kRowsLookedAt = 100;
/// And so much of them, where rows are long.
constexpr std::size_t kBytesLookedAt = std::size_t{4} << 20;

using Rows = std::vector<std::vector<std::string>>;

/// The first rows that are not empty, as far as they can be read.
struct FirstRows {
    Rows rows;
    std::optional<Problem> problem; ///< of the very first
};

FirstRows firstRows(std::string_view text, char delimiter) {
    FirstRows first;
    CsvReader reader(text, delimiter);
    while (first.rows.size() <= kRowsLookedAt && reader.position() < kBytesLookedAt) {
        const auto more = reader.next();
        if (!more && first.rows.empty())
            first.problem = more.error();
        if (!more || !*more)
            break;
        if (!reader.isEmpty())
            first.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    return first;
}

/// How many fields most rows have, and how many rows these are.
std::pair<std::size_t, std::size_t> usualWidth(const Rows& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows)
        ++counts[row.size()];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? std::pair<std::size_t, std::size_t>()
                                : std::pair(std::size_t{most->first}, most->second);
}

/// Which share of the rows has as many fields as most have; 0 where that is one.
double evenness(const Rows& rows) {
    const auto [width, count] = usualWidth(rows);
    return width < 2 ? 0 : double(count) / double(rows.size());
}

char delimiterOf(std::string_view text) {
    constexpr double kClearlyBetter = 0.05;
    double best = 0;
    std::optional<char> found;
    std::optional<char> tooMany;
    for (const char delimiter : kDelimiters) {
        const FirstRows first = firstRows(text, delimiter);
        if (first.problem && first.problem->kind == ProblemKind::Memory)
            tooMany = delimiter;
        const double share = evenness(first.rows);
        if (share > 0 && (!found || share > best + kClearlyBetter)) {
            best = share;
            found = delimiter;
        }
    }
    return found ? *found : tooMany.value_or(',');
}

bool isText(const std::string& field) {
    return readCell(field).form == CellForm::Text;
}

/// Whether a column's name stands over it: a text that is above numbers, or is not to be found below.
bool hasHeader(const Rows& rows) {
    const auto& first = rows.front();
    bool named = false;
    for (const std::string& field : first) {
        const CellForm form = readCell(field).form;
        if (form != CellForm::Text && !withoutOuterSpaces(field).empty())
            return false;
        named = named || form == CellForm::Text;
    }
    if (!named || rows.size() == 1)
        return named;
    bool allNew = true;
    for (std::size_t column = 0; column < first.size(); ++column) {
        std::size_t numbers = 0;
        std::size_t texts = 0;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            if (column >= rows[row].size())
                continue;
            const CellForm form = readCell(rows[row][column]).form;
            texts += form == CellForm::Text ? 1 : 0;
            numbers += form != CellForm::Text && form != CellForm::Missing ? 1 : 0;
            allNew = allNew && (rows[row][column] != first[column] || first[column].empty());
        }
        if (numbers > texts && isText(first[column]))
            return true;
    }
    return allNew && std::set(first.begin(), first.end()).size() == first.size();
}

void nameColumns(CsvFormat& format, const Rows& rows) {
    const std::size_t columns = format.header ? rows.front().size() : usualWidth(rows).first;
    std::set<std::string> taken;
    std::map<std::string, int> next; // Number of each name, so that none is tried twice.
    for (std::size_t column = 0; column < columns; ++column) {
        std::string name =
            format.header ? std::string(withoutOuterSpaces(rows.front()[column])) : std::string();
        if (name.empty())
            name = fmt::format("column {}", column + 1);
        const std::string wanted = name;
        for (int& number = next.try_emplace(wanted, 2).first->second; !taken.insert(name).second; ++number)
            name = fmt::format("{} ({})", wanted, number);
        if (format.header && name != withoutOuterSpaces(rows.front()[column]))
            format.renamed.push_back(column);
        format.names.push_back(std::move(name));
    }
}

} // namespace

Result<CsvFormat> csvFormatOf(std::string_view text, const CsvChoices& choices) {
    CsvFormat format;
    format.delimiter = choices.delimiter ? *choices.delimiter : delimiterOf(text);
    const FirstRows first = firstRows(text, format.delimiter);
    if (first.problem)
        return std::unexpected(*first.problem);
    if (first.rows.empty())
        return fail(ProblemKind::Input, "The table is empty.");
    format.header = choices.header ? *choices.header : hasHeader(first.rows);
    nameColumns(format, first.rows);
    return format;
}

} // namespace protomind
