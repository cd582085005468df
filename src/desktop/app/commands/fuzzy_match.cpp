// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/fuzzy_match.h"

#include <algorithm>
#include <limits>

namespace protomind {

namespace {

constexpr int kLetter = 1;
constexpr int kWordStart = 12;
constexpr int kTextStart = 6;
constexpr int kRun = 10;
constexpr int kFarthestGap = 6; ///< what a gap costs at most
constexpr int kLettersAPoint = 8;
constexpr int kMostForLength = 5;
constexpr int kNone = std::numeric_limits<int>::min() / 2;
/// Longer texts than any command's are cut.
constexpr qsizetype kLongest = 200;

bool startsWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

int bonus(const QString& text, qsizetype at) {
    return kLetter + (startsWord(text, at) ? kWordStart : 0) + (at == 0 ? kTextStart : 0);
}

} // namespace

// best[p][t]: the best score of the pattern's first p + 1 letters with the last of them at t. The table is as
// large as pattern times text: a few thousand numbers.
std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& wholeText) {
    const QString text = wholeText.left(kLongest);
    QString letters;
    for (const QChar letter : pattern)
        if (!letter.isSpace())
            letters += letter.toCaseFolded();
    if (letters.isEmpty())
        return FuzzyMatch{};
    const auto rows = static_cast<std::size_t>(letters.size());
    const auto columns = static_cast<std::size_t>(text.size());
    if (rows > columns)
        return std::nullopt;
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, kNone));
    std::vector<std::vector<int>> from(rows, std::vector<int>(columns, -1));
    for (std::size_t p = 0; p < rows; ++p) {
        for (std::size_t t = p; t < columns; ++t) {
            if (text[qsizetype(t)].toCaseFolded() != letters[qsizetype(p)])
                continue;
            if (p == 0) {
                best[p][t] = bonus(text, qsizetype(t));
                continue;
            }
            for (std::size_t before = p - 1; before < t; ++before) {
                if (best[p - 1][before] == kNone)
                    continue;
                const int gap = static_cast<int>(t - before) - 1;
                const int score = best[p - 1][before] + bonus(text, qsizetype(t)) +
                                  (gap == 0 ? kRun : -std::min(gap, kFarthestGap));
                if (score > best[p][t]) {
                    best[p][t] = score;
                    from[p][t] = static_cast<int>(before);
                }
            }
        }
    }
    const auto last = std::ranges::max_element(best.back());
    if (*last == kNone)
        return std::nullopt;
    // Of two that fit as well, the one that says less besides.
    const auto rest = static_cast<int>(columns - rows);
    FuzzyMatch match{.score = *last - std::min(rest / kLettersAPoint, kMostForLength),
                     .positions = std::vector<int>(rows)};
    auto at = static_cast<int>(last - best.back().begin());
    for (std::size_t p = rows; p-- > 0;) {
        match.positions[p] = at;
        at = from[p][static_cast<std::size_t>(at)];
    }
    return match;
}

} // namespace protomind
