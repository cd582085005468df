// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace protomind {

// What a list of runs may hold at most: one that grows beyond loses its oldest, and a file beyond is refused.

inline constexpr std::size_t kMaxRuns = 200;
/// Of the drawings, data texts and unknown fields of all runs, as JSON. A part of a project may have four
/// times that.
inline constexpr std::size_t kMaxRunsBytes = std::size_t{4} << 20;
/// Of one run besides these.
inline constexpr std::size_t kBytesBesides = 2048;
/// Layers that the description of a network names.
inline constexpr std::size_t kMostLayersNamed = 24;

} // namespace protomind
