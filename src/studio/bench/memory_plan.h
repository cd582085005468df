// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

namespace protomind {

/// What is known beforehand of the memory that the runs of a program take, in bytes.
struct MemoryPlan {
    std::int64_t arena = 0;    ///< intermediate results, in the places that the plan shares out
    std::int64_t unshared = 0; ///< the same side by side
    std::int64_t bound = 0;    ///< samples, targets, weights, the optimiser's state, constants
    std::int64_t scratch = 0;  ///< what the device's steps need besides
    [[nodiscard]] std::int64_t planned() const { return arena + bound + scratch; }
    bool operator==(const MemoryPlan&) const = default;
};

[[nodiscard]] MemoryPlan memoryPlan(const Executable& executable);

} // namespace protomind
