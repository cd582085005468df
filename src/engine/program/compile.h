// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/program/program.h"

namespace protomind {

/// The largest program memory that is planned (floats): 8 GiB.
inline constexpr std::int64_t kMaxArenaElements = std::int64_t{1} << 31;

struct CompileOptions {
    bool simplify = true;
    bool fuse = true; ///< false: one loop a node, as when every intermediate is to be seen
};

/// Makes a computation ready to run on any device: simplify, common subexpressions, fuse, order, plan memory;
/// each pass is checked before the next. Fails where the memory plan is too large.
[[nodiscard]] Result<Program> compile(const Computation& computation, const CompileOptions& options = {});

} // namespace protomind
