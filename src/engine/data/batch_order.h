// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace protomind {

/// Writes the order in which an epoch visits the samples: a permutation of 0 .. order.size() - 1 that depends
/// on seed and epoch alone, so that an interrupted run continues exactly where it was.
void writeEpochOrder(std::uint64_t seed, std::int64_t epoch, std::span<std::uint32_t> order);

[[nodiscard]] std::vector<std::uint32_t> epochOrder(std::int64_t count, std::uint64_t seed,
                                                    std::int64_t epoch);

} // namespace protomind
