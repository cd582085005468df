// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// The parts of a text between commas, without spaces around them; empty parts are left out.
[[nodiscard]] std::vector<std::string> partedByCommas(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Equal but for the capitals A to Z, and with "_" and "-" as spaces.
[[nodiscard]] bool sameWord(std::string_view a, std::string_view b);
/// The same for the beginning of a text.
[[nodiscard]] bool beginsWithWord(std::string_view text, std::string_view word);

} // namespace protomind
