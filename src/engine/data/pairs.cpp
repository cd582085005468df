// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/pairs.h"

#include "engine/data/float_set.h"
#include "engine/data/limits.h"
#include "engine/data/number_table.h"

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

Result<NumberPair> checkedPair(NumberPair pair, std::string_view text, const Sentence& where) {
    // Written so that a number that is none fails as well.
    const auto fits = [](float number) { return std::abs(number) <= kMaxPairNumber; };
    if (!std::ranges::all_of(pair, fits))
        return fail(
            ProblemKind::Request,
            sentence("\"{:s}\" lies outside -{:.0f} to {:.0f}.", text, kMaxPairNumber, kMaxPairNumber),
            where);
    return pair;
}

std::unexpected<Problem> tooMany() {
    return fail(ProblemKind::Request, sentence("There are more than {} pairs.", kMaxPairs), "pairs");
}

Result<NumberPair> parsePair(std::string_view text, std::size_t number) {
    const Sentence where = sentence("pairs, pair {}", number);
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::optional<float> x = numberOf(text.substr(0, comma));
    const std::optional<float> y = numberOf(text.substr(std::min(comma + 1, text.size())));
    if (!x || !y)
        return fail(ProblemKind::Request, sentence("\"{:s}\" is not a pair of numbers.", text), where,
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
            return fail(ProblemKind::Request, sentence("\"pairs\" has no option \"{:s}\".", option.key), {},
                        kPairsForm);
    if (options.empty() || options[0].value.empty())
        return fail(ProblemKind::Request, "There are no pairs of numbers.", "pairs",
                    Sentence::row({"Type some, or paste them from a table. In a text: ", kPairsForm}, ""));
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

Result<PairsTable> pairsFromCsv(std::string_view text) {
    if (text.size() > kMaxPairsTableBytes)
        return fail(ProblemKind::Request,
                    sentence("The table is longer than {} KiB.", kMaxPairsTableBytes / 1024), "pairs");
    PairsTable table;
    const auto where = [](std::int64_t line) {
        return line == 0 ? Sentence("pairs") : sentence("line {}", line);
    };
    const auto wrongColumns = [&](const TableRow& row) {
        return fail(ProblemKind::Request,
                    row.columns < 2 ? sentence("\"{:s}\" is not two numbers.", row.text)
                                    : sentence("\"{:s}\" has more than two columns.", row.text),
                    where(row.line),
                    "Write x and y in each line; where commas stand in numbers, part them by \";\".");
    };
    const auto take = [&](const TableRow& row) -> Result<void> {
        if (table.pairs.size() == kMaxPairs)
            return tooMany();
        const auto pair = checkedPair({row.values[0], row.values[1]}, row.text, where(row.line));
        if (!pair)
            return std::unexpected(pair.error());
        table.pairs.push_back(*pair);
        return {};
    };
    auto headings =
        readTable(text, {.columns = 2, .where = where, .wrongColumns = wrongColumns, .take = take});
    if (!headings) {
        headings.error().kind = ProblemKind::Request;
        return std::unexpected(headings.error());
    }
    table.headings = std::move(*headings);
    return table;
}

} // namespace protomind
