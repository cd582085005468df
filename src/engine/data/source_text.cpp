// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/source_text.h"

#include "engine/data/limits.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace protomind {
namespace {

char lowered(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

/// Levenshtein's distance between two words, whatever their case.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (lowered(a[i]) == lowered(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

Result<SourceText> parseSourceText(std::string_view text) {
    if (text.size() > kMaxSourceText)
        return fail(ProblemKind::Request,
                    sentence("The text that names the data is longer than {} KiB.", kMaxSourceText / 1024));
    const std::size_t question = text.find('?');
    SourceText result{std::string(text.substr(0, question)), {}};
    if (result.name.empty())
        return fail(ProblemKind::Request, "The data has no name.", {},
                    "Write for example \"digits\" or \"spiral?noise=0.1\".");
    if (question == std::string_view::npos)
        return result;

    std::string_view rest = text.substr(question + 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view option = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = option.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return fail(ProblemKind::Request,
                        sentence("\"{}\" is not an option of the form name=value.", option), {},
                        sentence("Write for example \"{}?samples=400&noise=0.1\".", result.name));
        SourceText::Option parsed{std::string(option.substr(0, equals)),
                                  std::string(option.substr(equals + 1))};
        if (std::ranges::find(result.options, parsed.key, &SourceText::Option::key) != result.options.end())
            return fail(ProblemKind::Request, sentence("The option \"{}\" is given twice.", parsed.key));
        result.options.push_back(std::move(parsed));
    }
    return result;
}

std::string_view nearestName(std::string_view word, std::span<const std::string> names) {
    constexpr std::size_t kLongestWord = 64;
    if (word.size() > kLongestWord)
        return {};
    std::string_view nearest;
    std::size_t least = word.size() / 2 + 1;
    for (const std::string& name : names) {
        const std::size_t distance = editDistance(word, name);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

Sentence listedNames(std::span<const std::string> names) {
    std::vector<Sentence> parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0)
            parts.emplace_back(i + 1 < names.size() ? ", " : names.size() > 2 ? ", and " : " and ");
        parts.push_back(Sentence::name(names[i]));
    }
    return Sentence::row(std::move(parts), "");
}

} // namespace protomind
