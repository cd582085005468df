// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace protomind {

// What a project file may hold at most. A file beyond them is refused before anything is built from it.

inline constexpr std::uint64_t kMaxProjectBytes = std::uint64_t{4} << 30;
inline constexpr std::size_t kMaxPartBytes = std::size_t{16}
                                             << 20; ///< JSON of one part: the experiment, the view
/// Of a text in a part: a data set of points that a person clicked is one.
inline constexpr std::size_t kMaxPartStringBytes = std::size_t{64} << 10;
/// Tensors in a checkpoint: 10 000 weights, each with up to three numbers of optimiser state.
inline constexpr std::int64_t kMaxCheckpointTensors = 40'000;
/// Numbers in a checkpoint: 50 million weights, each with up to three numbers of optimiser state.
inline constexpr std::int64_t kMaxCheckpointNumbers = 200'000'000;
/// Of a single text or tensor, before any of it is read: 50 million weights in one tensor, and their name.
inline constexpr std::size_t kMaxValueBytes = std::size_t{201} << 20;
/// Of a learning curve. What is written has kMostHistoryPoints at most; older files may have more.
inline constexpr std::int64_t kMaxHistoryPoints = 1'000'000;
/// Of figures that a recipe adds to a point of the curve, and of the name of one.
inline constexpr std::int64_t kMaxFiguresOfPoint = 64;
inline constexpr std::int64_t kMaxFigureName = 200;

/// Samples on record as learned from; of more no trainer keeps a record.
inline constexpr std::int64_t kMaxLearnedFrom = std::int64_t{1} << 24;
static_assert(kMaxLearnedFrom * sizeof(std::uint64_t) <= kMaxValueBytes);

} // namespace protomind
