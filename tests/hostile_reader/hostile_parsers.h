// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/reader/reader.h"

#include <vector>

namespace protomind {

/// Parsers that do what a file could make a library do that has a hole. Those that answer "done" did what
/// they may not.
[[nodiscard]] const std::vector<ReaderParser>& hostileParsers();

/// Those that take a right and give it back: without the sandbox each of them answers "done" and harms
/// nobody.
[[nodiscard]] const std::vector<ReaderParser>& forbiddenParsers();

} // namespace protomind
