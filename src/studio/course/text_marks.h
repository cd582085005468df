// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Something in Markdown that is more than words.
struct TextMark {
    enum class Kind {
        Link,    ///< target, and the words in text
        Picture, ///< the file in target, and what is seen in text
        Formula, ///< TeX in target, with a blank for every row of them; its dollars in text
        Address, ///< a web address that stands there by itself
        Html,    ///< a tag
    };
    Kind kind = Kind::Link;
    std::string target;
    std::string text;
    int line = 0; ///< of the passage, from 0
    bool operator==(const TextMark&) const = default;
};

/// The links, pictures and formulas of a passage, in order. What is code is left alone; "\$" is no formula.
/// A formula stands between "$" and "$" as Pandoc reads it - nothing blank just inside of them, no digit just
/// behind - or between "$$" and "$$".
[[nodiscard]] std::vector<TextMark> textMarks(std::string_view markdown);

} // namespace protomind
