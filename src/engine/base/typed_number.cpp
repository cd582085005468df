// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/typed_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace protomind {

namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr std::array<std::string_view, 4> kSpaces{" ", "\t", "\u00a0", "\u202f"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t spaceAtFront(std::string_view text) {
    for (const std::string_view space : kSpaces)
        if (text.starts_with(space))
            return space.size();
    return 0;
}

std::size_t spaceAtBack(std::string_view text) {
    for (const std::string_view space : kSpaces)
        if (text.ends_with(space))
            return space.size();
    return 0;
}

/// A number in its parts: sign, digits, mark and digits, exponent.
struct Written {
    bool negative = false;
    std::string whole;
    std::string marks; ///< in their order
    std::string decimals;
    std::string exponent; ///< "e-3"
};

std::string_view takeDigits(std::string_view& text) {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    return digits;
}

/// Digits with spaces between groups of three; none where the groups are others.
std::optional<std::string> takeGroups(std::string_view& text) {
    std::string all(takeDigits(text));
    for (bool grouped = false;; grouped = true) {
        const std::size_t space = text.starts_with('\t') ? 0 : spaceAtFront(text);
        if (space == 0 || text.size() == space || !isDigit(text[space]))
            return all;
        if (!grouped && (all.empty() || all.size() > 3))
            return std::nullopt;
        text.remove_prefix(space);
        const std::string_view group = takeDigits(text);
        if (group.size() != 3)
            return std::nullopt;
        all += group;
    }
}

std::optional<Written> takenApart(std::string_view text) {
    Written written;
    for (const std::string_view minus : {std::string_view("-"), kMinus})
        if (text.starts_with(minus)) {
            written.negative = true;
            text.remove_prefix(minus.size());
            break;
        }
    if (!written.negative && text.starts_with('+'))
        text.remove_prefix(1);
    const auto whole = takeGroups(text);
    if (!whole)
        return std::nullopt;
    written.whole = *whole;
    while (text.starts_with('.') || text.starts_with(',')) {
        written.marks += text.front();
        text.remove_prefix(1);
        written.decimals = takeDigits(text);
    }
    if (written.whole.empty() && written.decimals.empty())
        return std::nullopt;
    if (text.starts_with('e') || text.starts_with('E')) {
        written.exponent = "e";
        text.remove_prefix(1);
        if (text.starts_with(kMinus)) {
            written.exponent += '-';
            text.remove_prefix(kMinus.size());
        } else if (text.starts_with('-') || text.starts_with('+')) {
            written.exponent += text.front();
            text.remove_prefix(1);
        }
        const std::string_view digits = takeDigits(text);
        if (digits.empty())
            return std::nullopt;
        written.exponent += digits;
    }
    return text.empty() ? std::optional(written) : std::nullopt;
}

/// Whether a number that no double can hold is one near zero: by the place of its first figure.
bool isTiny(const Written& written) {
    constexpr std::int64_t kFar = 1'000'000'000;
    std::int64_t exponent = 0;
    for (const char letter : written.exponent)
        if (isDigit(letter))
            exponent = std::min(kFar, 10 * exponent + (letter - '0'));
    if (written.exponent.contains('-'))
        exponent = -exponent;
    const std::size_t first = written.whole.find_first_not_of('0');
    const std::size_t zeros = std::min(written.decimals.find_first_not_of('0'), written.decimals.size());
    const std::int64_t place = first != std::string_view::npos
                                   ? static_cast<std::int64_t>(written.whole.size() - first)
                                   : -static_cast<std::int64_t>(zeros);
    return place + exponent <= 0;
}

bool looksGrouped(const Written& written) {
    return written.marks.size() == 1 && written.exponent.empty() && written.decimals.size() == 3 &&
           !written.whole.empty() && written.whole.size() <= 3 && written.whole.front() != '0';
}

} // namespace

std::string_view withoutOuterSpaces(std::string_view text) {
    while (const std::size_t space = spaceAtFront(text))
        text.remove_prefix(space);
    while (const std::size_t space = spaceAtBack(text))
        text.remove_suffix(space);
    return text;
}

bool couldBeThousands(std::string_view number) {
    const auto written = takenApart(withoutOuterSpaces(number));
    return written && looksGrouped(*written);
}

namespace {

/// What a program wrote; the rest of the rules is for people, and takes longer.
std::optional<double> plainNumber(std::string_view text) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    if (text.size() <= first || !isDigit(text[first])) // "nan" and "inf" are no numbers here
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

Result<double> readNumber(std::string_view text, Comma comma) {
    text = withoutOuterSpaces(text);
    if (const auto plain = plainNumber(text))
        return *plain;
    const auto written = takenApart(text);
    if (!written)
        return fail(ProblemKind::Request, sentence("\"{:s}\" is not a number.", text));
    if (written->marks.size() > 1)
        return fail(ProblemKind::Request, sentence("\"{:s}\" has more than one decimal mark.", text), {},
                    "Write one point or one comma, and no mark between thousands.");
    const std::string sign = written->negative ? "-" : "";
    if (comma == Comma::Asked && written->marks == "," && looksGrouped(*written))
        return fail(ProblemKind::Request,
                    sentence("\"{:s}\" could be {} or {}.", text, sign + written->whole + written->decimals,
                             sign + written->whole + "." + written->decimals),
                    {}, "Write the one that you mean.");
    const std::string plain = fmt::format("{}{}.{}{}", sign, written->whole.empty() ? "0" : written->whole,
                                          written->decimals, written->exponent);
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error == std::errc::result_out_of_range) {
        if (!isTiny(*written))
            return fail(ProblemKind::Request, sentence("\"{:s}\" is too large.", text));
        return written->negative ? -0.0 : 0.0;
    }
    if (error != std::errc())
        return fail(ProblemKind::Request, sentence("\"{:s}\" is not a number.", text));
    return value;
}

} // namespace protomind
