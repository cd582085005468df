// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/limits.h"

/// How large a file of another program may be. Beyond these a sentence says so, before memory is taken. The
/// numbers of layers, parameters and JSON values are those of studio/network/limits.h.
namespace protomind {

inline constexpr std::int64_t kMaxModelFileBytes = std::int64_t{512} << 20;
inline constexpr std::int64_t kMaxTensorHeaderBytes = std::int64_t{16} << 20; ///< safetensors' JSON
inline constexpr int kMaxTensorRank = 8;
inline constexpr std::size_t kMaxTensors = 10'000;
inline constexpr std::size_t kMaxNodes = 5'000;
inline constexpr std::size_t kMaxZipEntries = 1'000;
inline constexpr std::int64_t kMaxUnpackedBytes = std::int64_t{1} << 30;
inline constexpr std::int64_t kUnpackedRatioFrom = std::int64_t{10} << 20; ///< below, any ratio is fine
inline constexpr std::int64_t kMaxUnpackedRatio = 100;
inline constexpr std::size_t kMaxEntryNameBytes = 255;
inline constexpr int kReaderSeconds = 60; ///< that a file may take to be read in the child process
inline constexpr std::int64_t kReaderMemoryBytes = std::int64_t{3} << 30;

} // namespace protomind
