// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/number_table.h"

#include "engine/base/letter_case.h"
#include "engine/base/typed_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace protomind {

namespace {

constexpr char kSpace = ' ';
constexpr char kOneColumn = '\0';
constexpr char kSeparators[] = {'\t', ';', ','};

/// "\n", "\r\n" and, from very old tables, "\r" alone end a line.
std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t width = text.substr(end).starts_with("\r\n") ? 2 : 1;
    text.remove_prefix(std::min(end + width, text.size()));
    return line;
}

struct Cell {
    std::string_view text;
    bool quoted = false;
};

/// Takes the first cell off a line; more says whether another follows.
Cell takeCell(std::string_view& line, char separator, bool& more) {
    std::size_t begin = 0;
    if (separator == kSpace)
        line = withoutOuterSpaces(line);
    else
        begin = std::min(line.find_first_not_of(' '), line.size());
    Cell cell;
    std::size_t end = std::string_view::npos;
    if (line.substr(begin).starts_with('"')) {
        const std::size_t close = line.find('"', begin + 1);
        if (close != std::string_view::npos) {
            end = separator == kOneColumn ? std::string_view::npos : line.find(separator, close);
            const std::string_view behind =
                line.substr(close + 1, end == std::string_view::npos ? end : end - close - 1);
            if (withoutOuterSpaces(behind).empty())
                cell = {withoutOuterSpaces(line.substr(begin + 1, close - begin - 1)), true};
        }
    }
    if (!cell.quoted) {
        end = separator == kOneColumn ? std::string_view::npos : line.find(separator);
        cell.text = withoutOuterSpaces(line.substr(0, end));
    }
    more = end != std::string_view::npos;
    line.remove_prefix(more ? end + 1 : line.size());
    return cell;
}

/// The first so many cells of a line, and how many it has; empty ones at its end are none where they are too
/// many: programs write them.
struct Cells {
    std::vector<Cell> first;
    std::size_t count = 0;
    bool allEmpty = true;
};

Cells cellsOf(std::string_view line, char separator, std::size_t wanted) {
    Cells cells;
    std::size_t filled = 0;
    bool more = true;
    while (more) {
        const Cell cell = takeCell(line, separator, more);
        ++cells.count;
        if (!cell.text.empty())
            filled = cells.count;
        if (cells.first.size() < wanted)
            cells.first.push_back(cell);
    }
    cells.allEmpty = filled == 0;
    if (cells.count > wanted)
        cells.count = std::max(filled, wanted);
    return cells;
}

bool isWord(const Cell& cell) {
    static constexpr std::string_view kNoValues[] = {"nan", "inf", "infinity", "na", "n/a", "null"};
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80) != 0;
    };
    if (cell.text.empty() || std::string_view("0123456789+-.,").contains(cell.text.front()) ||
        cell.text.starts_with("\u2212"))
        return false;
    return std::ranges::any_of(cell.text, isLetter) &&
           std::ranges::find(kNoValues, inSmallLetters(std::string(cell.text))) == std::end(kNoValues);
}

bool isHeadings(std::string_view line, char separator) {
    for (bool more = true; more;)
        if (!isWord(takeCell(line, separator, more)))
            return false;
    return true;
}

bool hasOutsideQuotes(std::string_view line, char separator) {
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        if (c == separator && !quoted)
            return true;
    }
    return false;
}

/// What parts the columns. The first line may be headings of any words, so it is asked last.
char separatorOf(std::string_view text, std::size_t columns) {
    std::string_view first;
    while (!text.empty() && first.empty())
        first = withoutOuterSpaces(takeLine(text));
    bool found[std::size(kSeparators)] = {};
    const auto look = [&found](std::string_view line) {
        for (std::size_t i = 0; i < std::size(kSeparators); ++i)
            found[i] = found[i] || hasOutsideQuotes(line, kSeparators[i]);
    };
    while (!text.empty())
        look(withoutOuterSpaces(takeLine(text)));
    if (std::ranges::none_of(found, std::identity()))
        look(first);
    for (std::size_t i = 0; i < std::size(kSeparators); ++i) {
        // Below a single heading a comma parts nothing.
        if (found[i] && (kSeparators[i] != ',' || columns > 1 || hasOutsideQuotes(first, ',') ||
                         !isHeadings(first, kOneColumn)))
            return kSeparators[i];
    }
    return columns > 1 ? kSpace : kOneColumn;
}

/// Reads cells, and watches that points and commas don't stand side by side where that would leave open what
/// is meant.
class CellReader {
public:
    explicit CellReader(char separator)
        : m_comma(separator == '\t' || separator == ';' ? Comma::DecimalMark : Comma::Asked) {}

    Result<float> read(const Cell& cell, std::int64_t line, std::size_t column) {
        if (cell.text.empty())
            return fail(ProblemKind::Input, "There is no number in this cell.");
        // "1,5 200" is rather 1.5 and 200 than 1 and 5200.
        if (m_comma == Comma::Asked && cell.text.contains(' '))
            return fail(ProblemKind::Input, sentence("\"{:s}\" is not a number.", cell.text));
        auto number = readNumber(cell.text, m_comma);
        if (number && std::isinf(static_cast<float>(*number)))
            number = fail(ProblemKind::Input, sentence("\"{:s}\" is too large.", cell.text));
        if (!number) {
            number.error().kind = ProblemKind::Input;
            return std::unexpected(number.error());
        }
        if (m_comma == Comma::DecimalMark)
            for (Mark* mark : {&m_point, &m_decimalComma})
                if (cell.text.contains(mark->sign)) {
                    mark->seen = true;
                    if (mark->unclear.empty() && couldBeThousands(cell.text)) {
                        mark->unclear = cell.text;
                        mark->line = line;
                        mark->column = column;
                    }
                }
        return static_cast<float>(*number);
    }

    /// A cell that could mean two numbers, as the table has both marks.
    struct Unclear {
        std::int64_t line;
        std::size_t column;
        Problem problem;
    };
    [[nodiscard]] std::optional<Unclear> unclear() const {
        for (const auto& [mark, other] :
             {std::pair(&m_point, &m_decimalComma), std::pair(&m_decimalComma, &m_point)})
            if (!mark->unclear.empty() && other->seen) {
                std::string digits(mark->unclear);
                std::erase(digits, mark->sign);
                std::string real(mark->unclear);
                std::ranges::replace(real, ',', '.');
                return Unclear{
                    mark->line,
                    mark->column,
                    {.kind = ProblemKind::Input,
                     .sentence = sentence("\"{:s}\" could be {} or {}.", mark->unclear, digits, real),
                     .where = {},
                     .remedy = "Write all decimals of the table with a point, or all with a comma."}};
            }
        return std::nullopt;
    }

private:
    struct Mark {
        char sign;
        bool seen = false;
        std::string_view unclear;
        std::int64_t line = 0;
        std::size_t column = 0;
    };
    Comma m_comma;
    Mark m_point{.sign = '.'};
    Mark m_decimalComma{.sign = ','};
};

std::unexpected<Problem> at(Problem problem, const Sentence& line, std::size_t column) {
    problem.where = sentence("{}, column {}", line, column);
    return std::unexpected(std::move(problem));
}

Result<std::string_view> withoutByteOrderMark(std::string_view text, const TableReading& reading) {
    for (const char* utf16 : {"\xff\xfe", "\xfe\xff"})
        if (text.starts_with(utf16))
            return fail(ProblemKind::Input, "The table is saved as UTF-16.", reading.where(0),
                        "Save it as CSV in UTF-8.");
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    return text;
}

} // namespace

Result<TableHeadings> readTable(std::string_view text, const TableReading& reading) {
    const auto content = withoutByteOrderMark(text, reading);
    if (!content)
        return std::unexpected(content.error());
    text = *content;
    const char separator = separatorOf(text, reading.columns);
    CellReader reader(separator);
    TableHeadings headings;
    std::vector<float> values;
    bool first = true;
    std::int64_t rows = 0;
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const std::string_view raw = takeLine(text);
        const std::string_view line = withoutOuterSpaces(raw);
        if (line.empty())
            continue;
        if (std::exchange(first, false) && isHeadings(line, separator)) {
            headings = {number, std::string(line)};
            continue;
        }
        // Tabs at the ends part empty cells.
        const Cells cells = cellsOf(separator == '\t' ? raw : line, separator, reading.columns);
        if (cells.allEmpty)
            continue;
        TableRow row{.line = number, .text = line, .columns = cells.count, .values = {}};
        if (cells.count != reading.columns)
            return reading.wrongColumns(row);
        values.clear();
        for (std::size_t column = 0; column < cells.count; ++column) {
            const auto value = reader.read(cells.first[column], number, column + 1);
            if (!value)
                return at(value.error(), reading.where(number), column + 1);
            values.push_back(*value);
        }
        row.values = values;
        if (auto taken = reading.take(row); !taken)
            return std::unexpected(taken.error());
        ++rows;
    }
    if (const auto unclear = reader.unclear())
        return at(unclear->problem, reading.where(unclear->line), unclear->column);
    if (rows == 0)
        return fail(ProblemKind::Input, "There are no rows of numbers.", reading.where(0));
    return headings;
}

} // namespace protomind
