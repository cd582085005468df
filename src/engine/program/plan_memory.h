// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/program.h"

#include <limits>

namespace protomind {

/// Floats that an arena offset is a multiple of: a cache line.
inline constexpr std::int64_t kArenaAlignment = 16;

/// The arena is a single piece.
inline constexpr std::int64_t kWholeArena = std::numeric_limits<std::int64_t>::max();

/// Gives every value of the arena a place: values that are never needed at the same time share memory, and a
/// loop may store where it has just read for the last time. Outputs keep theirs until the next run. For a
/// device that gives memory in pieces of so many elements at most, a multiple of the alignment, no value lies
/// across the border of two pieces unless it is larger than one. alignment: floats that every offset is a
/// multiple of, whole cache lines.
void planMemory(Program& program, std::int64_t pieceElements = kWholeArena,
                std::int64_t alignment = kArenaAlignment);

/// Whether a loop reads a value, if at all, only at the very element that it stores to another one.
[[nodiscard]] bool readsWhereItStores(const Step& step, int read, int stored);

} // namespace protomind
