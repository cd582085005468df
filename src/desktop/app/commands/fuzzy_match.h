// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace protomind {

/// How well typed letters fit a text, and where they are in it.
struct FuzzyMatch {
    int score = 0;              ///< larger is better
    std::vector<int> positions; ///< of the letters in the text, ascending
};

/// The letters of the pattern in their order, anywhere in the text, in either case; spaces in the pattern
/// don't count. Beginnings of words and runs of letters weigh more than letters here and there. Nothing where
/// a letter is missing.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text);

} // namespace protomind
