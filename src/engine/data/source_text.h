// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// "spiral?noise=0.1&samples=400" taken apart; values are not yet checked.
struct SourceText {
    struct Option {
        std::string key;
        std::string value;
        bool operator==(const Option&) const = default;
    };
    std::string name;
    std::vector<Option> options;
    bool operator==(const SourceText&) const = default;
};

/// Fails on an empty name, an option without "=", an option given twice, and text past kMaxSourceText.
[[nodiscard]] Result<SourceText> parseSourceText(std::string_view text);

/// Of names, the one that differs from word in the fewest letters; empty where none is close enough to be
/// what was meant.
[[nodiscard]] std::string_view nearestName(std::string_view word, std::span<const std::string> names);

/// "a, b, and c".
[[nodiscard]] Sentence listedNames(std::span<const std::string> names);

} // namespace protomind
