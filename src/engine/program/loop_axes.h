// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/program/step.h"

#include <cstdint>
#include <vector>

namespace protomind {

/// All accesses of a loop: its loads, then its stores, then what it reduces to.
[[nodiscard]] std::vector<const Access*> accesses(const Loop& loop);

struct LoopAxis {
    std::int64_t size = 1;
    bool reduced = false;
    std::vector<std::int64_t> strides; ///< one an access, in the order of accesses()
};

/// The axes of a loop's space without those of size 1, neighbours merged wherever every access walks over
/// both in one stride.
[[nodiscard]] std::vector<LoopAxis> mergedAxes(const Loop& loop);

} // namespace protomind
