// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace protomind {

enum class DecimalMark { Point, Comma };

/// What a field of a table looks like, whatever the others look like.
enum class CellForm : unsigned char {
    Missing,      ///< nothing, or NA, N/A, NaN, null, ?, -
    Whole,        ///< "12", "1e-3": no mark
    Point,        ///< "3.14"
    Comma,        ///< "3,14"
    GroupedPoint, ///< "1.234", which may be 1234 too
    GroupedComma, ///< "1,234", which may be 1234 too
    Grouped,      ///< "1,234.56": no number here, as marks between thousands are not guessed
    Text,
};

struct TableCell {
    CellForm form = CellForm::Missing;
    /// Where the form is one of a number: with the mark as a decimal mark. No farther from 0 than
    /// kFarthestTableNumber.
    double value = 0;
};

/// The field, without spaces around it.
[[nodiscard]] TableCell readCell(std::string_view field);

/// Whether a form is one of a number, in a table with this decimal mark.
[[nodiscard]] constexpr bool isNumber(CellForm form, DecimalMark mark) {
    return form == CellForm::Whole ||
           (mark == DecimalMark::Point ? form == CellForm::Point || form == CellForm::GroupedPoint
                                       : form == CellForm::Comma || form == CellForm::GroupedComma);
}

} // namespace protomind
