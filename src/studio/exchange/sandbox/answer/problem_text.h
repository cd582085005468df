// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <string>
#include <string_view>

namespace protomind {

/// The key of the metadata in which the child process says why it refused a file.
inline constexpr const char* kProblemKey = "error";
/// What a reader ends with that has no parser of the name it was given.
inline constexpr int kUnknownParser = 2;
/// Of a problem as text, in bytes; beyond that the sentence is cut off.
inline constexpr std::size_t kMaxProblemText = std::size_t{64} << 10;

/// A problem as JSON, with the places of its sentences, so that it is said in the language of the window.
[[nodiscard]] std::string problemText(const Problem& problem);
/// What problemText wrote, though nobody vouches for the text: of one that can't be understood something
/// general is said, and no control character of a terminal gets through.
[[nodiscard]] Problem problemFromText(std::string_view text);

} // namespace protomind
