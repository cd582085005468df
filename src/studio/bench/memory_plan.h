// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/program.h"

namespace protomind {

/// What a program says beforehand of the memory that its runs take, in bytes.
struct MemoryPlan {
    std::int64_t arena = 0;    ///< intermediate results, in the places that the plan shares out
    std::int64_t unshared = 0; ///< the same side by side
    std::int64_t bound = 0;    ///< samples, targets, weights, the optimiser's state, constants
    [[nodiscard]] std::int64_t planned() const { return arena + bound; }
    bool operator==(const MemoryPlan&) const = default;
};

[[nodiscard]] MemoryPlan memoryPlan(const Program& program);

} // namespace protomind
