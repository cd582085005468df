// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/expression.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A word or sign of a condition. Its place is counted in bytes from 0.
struct ExpressionToken {
    enum class Kind { Number, Text, Word, Sign, End };
    Kind kind = Kind::End;
    std::string text; ///< of a text: what is between the quotes
    double number = 0;
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool is(std::string_view wanted) const {
        return (kind == Kind::Sign || kind == Kind::Word) && text == wanted;
    }
};

/// Parts a condition into words and signs; the last one is of kind End.
[[nodiscard]] std::expected<std::vector<ExpressionToken>, ExpressionError>
expressionTokens(std::string_view text);

/// The column of a byte: characters count, and the first one is 1.
[[nodiscard]] int columnOf(std::string_view text, std::size_t byte);

/// How many characters a text has, whatever it takes to write them down.
[[nodiscard]] std::size_t characterCount(std::string_view text);

} // namespace protomind
