// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace protomind {

/// The texts in a C++ source that a person may read: literals that look like words, as they stand in the
/// source (escapes and all). Words of our own mistakes (require, logic_error) are left out, and what is put
/// together by a plus or fmt::format(): it is a format of sentence() that can be translated.
[[nodiscard]] std::vector<std::string> phrasesIn(const std::string& source);
/// Of sentence("...", ...) alone, but for those that put nothing but signs between their places.
[[nodiscard]] std::vector<std::string> formatsIn(const std::string& source);

/// Those of all sources of the engine and the studio that speak to people, sorted, each once.
[[nodiscard]] std::vector<std::string> phrasesBelow(const std::filesystem::path& sources);
/// How those texts of problems begin that are put together by fmt::format() or a plus, so that nobody could
/// translate them.
[[nodiscard]] std::vector<std::string> gluedProblemsIn(const std::string& source);
/// "engine/data/pairs.cpp: text", of all sources that speak to people.
[[nodiscard]] std::vector<std::string> gluedProblemsBelow(const std::filesystem::path& sources);
/// The formats of all sources of the engine and the studio, sorted, each once.
[[nodiscard]] std::vector<std::string> formatsBelow(const std::filesystem::path& sources);

} // namespace protomind
