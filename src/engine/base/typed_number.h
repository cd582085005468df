// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <string_view>

namespace protomind {

/// What a comma in a number is.
enum class Comma {
    Asked,       ///< a decimal mark, where it can't part thousands: "0,5" but not "1,234"
    DecimalMark, ///< a decimal mark, as beside the ";" or tabs of a table: "1,234" too
};

/// The number that a person wrote, all of the text: "0.5" and "0,5" are one half. The program itself writes a
/// point, so "1.234" is between 1 and 2; "1,234" could be 1234 as well, and is a problem that says so. Spaces
/// may part thousands ("60 000"), marks may not. Taken as well: spaces around, "+1", "−1" with the sign of
/// typesetters, "1e-3". Problems are of the kind Request, and name no place.
[[nodiscard]] Result<double> readNumber(std::string_view text, Comma comma = Comma::Asked);

/// Without spaces at both ends, those that don't break among them.
[[nodiscard]] std::string_view withoutOuterSpaces(std::string_view text);

/// Whether "1.234" or "1,234" could be the thousands that some people write so; what is around is not looked
/// at: the text is a number.
[[nodiscard]] bool couldBeThousands(std::string_view number);

} // namespace protomind
