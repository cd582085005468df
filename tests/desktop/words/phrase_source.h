// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// The texts in a C++ source that a person may read: literals that look like words, as they stand in the
/// source (escapes and all), with {} where the source puts something in between. Words of our own mistakes
/// (require, logic_error) are left out.
[[nodiscard]] std::vector<std::string> phrasesIn(const std::string& source);

/// Those of all sources of the engine and the studio that speak to people, sorted, each once.
[[nodiscard]] std::vector<std::string> phrasesBelow(const std::filesystem::path& sources);

} // namespace protomind
