// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table_cell.h"

#include "engine/base/letter_case.h"
#include "engine/base/typed_number.h"
#include "engine/data/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

constexpr std::string_view kMissing[] = {"na", "n/a", "nan", "null", "?", "-"};
constexpr std::string_view kTypedMinus = "\u2212";
/// Longer numbers are read by the slower way.
constexpr std::size_t kShortNumber = 40;

bool isMissing(std::string_view field) {
    if (field.empty())
        return true;
    constexpr std::size_t kLongest = 4;
    return field.size() <= kLongest &&
           std::ranges::find(kMissing, inSmallLetters(std::string(field))) != std::end(kMissing);
}

/// A number's form by its marks; where one could part thousands, by that.
CellForm formOf(std::string_view number) {
    const std::size_t mark = number.find_first_of(".,");
    if (mark == std::string_view::npos)
        return CellForm::Whole;
    const bool point = number[mark] == '.';
    // Asked of the few that have three figures behind the mark.
    if (number.size() - mark == 4 && couldBeThousands(number))
        return point ? CellForm::GroupedPoint : CellForm::GroupedComma;
    return point ? CellForm::Point : CellForm::Comma;
}

bool isNear(double value) {
    static_assert(kFarthestTableNumber <= double(std::numeric_limits<float>::max()) / 4);
    return std::abs(value) <= kFarthestTableNumber;
}

/// Numbers as programs write them, with a point or a comma.
bool readQuickly(std::string_view field, double& value) {
    if (field.size() > kShortNumber)
        return false;
    const std::size_t first = field.front() == '-' ? 1 : 0;
    if (first == field.size() || !(field[first] >= '0' && field[first] <= '9'))
        return false;
    std::array<char, kShortNumber> digits{};
    char* last = std::ranges::copy(field, digits.begin()).out;
    if (const auto comma = std::find(digits.begin(), last, ','); comma != last)
        *comma = '.';
    const auto [end, error] = std::from_chars(digits.data(), last, value);
    return error == std::errc() && end == last;
}

} // namespace

TableCell readCell(std::string_view field) {
    field = withoutOuterSpaces(field);
    if (isMissing(field))
        return {};
    double value = 0;
    if (readQuickly(field, value))
        return isNear(value) ? TableCell{formOf(field), value} : TableCell{CellForm::Text, 0};
    const bool maybe =
        std::string_view("0123456789+-.,").contains(field.front()) || field.starts_with(kTypedMinus);
    if (!maybe)
        return {CellForm::Text, 0};
    if (const auto number = readNumber(field, Comma::DecimalMark))
        return isNear(*number) ? TableCell{formOf(field), *number} : TableCell{CellForm::Text, 0};
    const bool marks = std::ranges::count_if(field, [](char c) { return c == '.' || c == ','; }) > 1;
    const bool figures = field.find_first_not_of("0123456789+-.,'") == std::string_view::npos;
    // "12.05.2024" is a date, "192.168.0.1" an address.
    const std::size_t mark = field.find_first_of(".,");
    const bool threes = mark != std::string_view::npos && mark <= 4 && field.size() > mark + 4 &&
                        field.substr(mark + 1, 3).find_first_of(".,") == std::string_view::npos;
    return {marks && figures && threes ? CellForm::Grouped : CellForm::Text, 0};
}

} // namespace protomind
