// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/pairs.h"

#include "engine/data/float_set.h"
#include "engine/data/limits.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace protomind {
namespace {

constexpr const char* kPairsForm = "Write pairs as x,y with \";\" between them: pairs?data=0,1;1,3.5";

/// None where the text is anything but one number; "nan" and "inf" are left to checkPair.
std::optional<float> numberOf(std::string_view text) {
    float number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return number;
}

Result<NumberPair> checkedPair(NumberPair pair, std::string_view text, const std::string& where) {
    // Written so that a number that is none fails as well.
    const auto fits = [](float number) { return std::abs(number) <= kMaxPairNumber; };
    if (!std::ranges::all_of(pair, fits))
        return fail(
            ProblemKind::Request,
            fmt::format("\"{:s}\" lies outside -{:.0f} to {:.0f}.", text, kMaxPairNumber, kMaxPairNumber),
            where);
    return pair;
}

std::unexpected<Problem> tooMany() {
    return fail(ProblemKind::Request, fmt::format("There are more than {} pairs.", kMaxPairs), "pairs");
}

Result<NumberPair> parsePair(std::string_view text, std::size_t number) {
    const std::string where = fmt::format("pairs, pair {}", number);
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::optional<float> x = numberOf(text.substr(0, comma));
    const std::optional<float> y = numberOf(text.substr(std::min(comma + 1, text.size())));
    if (!x || !y)
        return fail(ProblemKind::Request, fmt::format("\"{:s}\" is not a pair of numbers.", text), where,
                    kPairsForm);
    return checkedPair({*x, *y}, text, where);
}

} // namespace

std::string pairsText(std::span<const NumberPair> pairs) {
    std::string text = "pairs?data=";
    for (const NumberPair& pair : pairs)
        text += fmt::format("{}{},{}", &pair == pairs.data() ? "" : ";", pair[0], pair[1]);
    return text;
}

Result<std::vector<NumberPair>> parsePairs(std::string_view text) {
    std::vector<NumberPair> pairs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (pairs.size() == kMaxPairs)
            return tooMany();
        const Result<NumberPair> pair = parsePair(text.substr(0, end), pairs.size() + 1);
        if (!pair)
            return std::unexpected(pair.error());
        pairs.push_back(*pair);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pairs;
}

Result<DataSource> openPairs(std::span<const SourceText::Option> options) {
    for (const SourceText::Option& option : options)
        if (option.key != "data")
            return fail(ProblemKind::Request, fmt::format("\"pairs\" has no option \"{:s}\".", option.key),
                        {}, kPairsForm);
    if (options.empty() || options[0].value.empty())
        return fail(ProblemKind::Request, "There are no pairs of numbers.", "pairs",
                    std::string("Type some, or paste them from a table. In a text: ") + kPairsForm);
    const Result<std::vector<NumberPair>> pairs = parsePairs(options[0].value);
    if (!pairs)
        return std::unexpected(pairs.error());

    std::vector<float> samples;
    std::vector<float> targets;
    for (const auto& [x, y] : *pairs) {
        samples.push_back(x);
        targets.push_back(y);
    }
    DataDescription description{.name = "pairs",
                                .sampleShape = {1},
                                .targetKind = TargetKind::Values,
                                .targetShape = {1},
                                .classNames = {},
                                .featureNames = {"x"}};
    return DataSource{
        "pairs?data=" + options[0].value,
        std::make_shared<FloatSet>(std::move(description), std::move(samples), std::move(targets)), nullptr};
}

// Lines of a table ---------------------------------------------------------------------------------------

namespace {

constexpr std::string_view kBlanks = " \r\v\f";

std::string_view withoutBlanks(std::string_view text, std::string_view blanks = kBlanks) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "\n", "\r\n" and, from very old tables, "\r" alone end a line.
std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t width = text.substr(end).starts_with("\r\n") ? 2 : 1;
    text.remove_prefix(std::min(end + width, text.size()));
    return line;
}

char separatorOf(std::string_view text) {
    for (const char separator : {'\t', ';', ','})
        for (std::string_view rest = text; !rest.empty();)
            if (withoutBlanks(takeLine(rest), " \t").contains(separator))
                return separator;
    return ' ';
}

/// The first three columns at most: a third is one too many already.
std::vector<std::string_view> columnsOf(std::string_view line, char separator) {
    constexpr std::size_t kEnough = 3;
    std::vector<std::string_view> columns;
    for (bool more = true; more && columns.size() < kEnough;) {
        if (separator == ' ')
            line = withoutBlanks(line, " \t");
        const std::size_t end = line.find(separator);
        more = end != std::string_view::npos;
        std::string_view column = withoutBlanks(line.substr(0, end), " \t");
        if (column.size() >= 2 && column.front() == '"' && column.back() == '"')
            column = withoutBlanks(column.substr(1, column.size() - 2), " \t");
        columns.push_back(column);
        line.remove_prefix(more ? end + 1 : line.size());
    }
    while (!columns.empty() && columns.back().empty())
        columns.pop_back();
    return columns;
}

/// A number as people and tables write it: "+1", "−1" with the sign of typesetters, "0,5" where that is
/// meant.
std::optional<float> typedNumber(std::string_view text, bool commaIsPoint) {
    constexpr std::string_view kMinus = "\u2212";
    std::string plain(text);
    if (plain.starts_with(kMinus))
        plain.replace(0, kMinus.size(), "-");
    if (plain.size() > 1 && plain[0] == '+' && plain[1] != '-')
        plain.erase(0, 1);
    if (commaIsPoint && !plain.contains('.') && std::ranges::count(plain, ',') == 1)
        plain[plain.find(',')] = '.';
    return numberOf(plain);
}

} // namespace

Result<std::vector<NumberPair>> pairsFromCsv(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    if (text.size() > kMaxPairsTableBytes)
        return fail(ProblemKind::Request,
                    fmt::format("The table is longer than {} KiB.", kMaxPairsTableBytes / 1024), "pairs");
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());

    const char separator = separatorOf(text);
    const bool commaIsPoint = separator == ';' || separator == '\t';
    std::vector<NumberPair> pairs;
    bool first = true;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = withoutBlanks(takeLine(text), " \t");
        if (line.empty())
            continue;
        const std::string where = fmt::format("line {}", number);
        const std::vector<std::string_view> columns = columnsOf(line, separator);
        const auto isNumber = [&](std::string_view column) {
            return typedNumber(column, commaIsPoint).has_value();
        };
        const bool names = std::exchange(first, false) && std::ranges::none_of(columns, isNumber);
        if (names)
            continue;
        if (columns.size() != 2)
            return fail(ProblemKind::Request,
                        columns.size() < 2 ? fmt::format("\"{:s}\" is not two numbers.", line)
                                           : fmt::format("\"{:s}\" has more than two columns.", line),
                        where,
                        "Write x and y in each line; where commas stand in numbers, part them by \";\".");
        const std::optional<float> x = typedNumber(columns[0], commaIsPoint);
        const std::optional<float> y = typedNumber(columns[1], commaIsPoint);
        if (!x || !y)
            return fail(ProblemKind::Request, fmt::format("\"{:s}\" is not a number.", columns[x ? 1 : 0]),
                        where);
        if (pairs.size() == kMaxPairs)
            return tooMany();
        const Result<NumberPair> pair = checkedPair({*x, *y}, line, where);
        if (!pair)
            return std::unexpected(pair.error());
        pairs.push_back(*pair);
    }
    if (pairs.empty())
        return fail(ProblemKind::Request, "There are no pairs of numbers.", "pairs",
                    "Write x and y in each line, for example: 0.5, 1.2");
    return pairs;
}

} // namespace protomind
