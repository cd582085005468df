// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace protomind {

// How large the conditions of lessons and the records of learners may be. Each limit has a test.

inline constexpr std::size_t kMaxExpressionCharacters = 1000;
inline constexpr std::size_t kMaxExpressionNodes = 200;
/// How deep parentheses, calls, "not" and minus signs may stand inside each other.
inline constexpr int kMaxExpressionDepth = 32;

inline constexpr std::size_t kMaxLearners = 200;
inline constexpr std::size_t kMaxLearnerNameCharacters = 60;
/// Of the ids of lessons, steps and questions.
inline constexpr std::size_t kMaxProgressIdBytes = 200;
/// Of an answer and of what was guessed.
inline constexpr std::size_t kMaxAnswerBytes = std::size_t{64} << 10;
/// Of any text in the file of records, before any of it is read.
inline constexpr std::size_t kMaxProgressValueBytes = std::size_t{1} << 20;
/// Rows read of each kind for one lesson.
inline constexpr std::int64_t kMaxProgressRows = 20'000;
/// Answers kept of one question: where there are more, the first ones are forgotten.
inline constexpr std::int64_t kMaxTries = 100;

} // namespace protomind
