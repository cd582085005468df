// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/moment.h"

#include <cstdint>
#include <vector>

namespace protomind {

/// Bytes that all weights together may take that only the history keeps.
inline constexpr std::int64_t kUndoBytes = std::int64_t{256} << 20;

/// Keeps what the history remembers of weights within a limit: the oldest are given up first.
class WeightMemory {
public:
    explicit WeightMemory(std::int64_t limit = kUndoBytes)
        : m_limit(limit) {}

    void add(const TrainedWeightsPtr& weights) { m_weights.emplace_back(weights); }
    /// present: is there anyway, and does not count.
    void trim(const TrainedWeightsPtr& present);

private:
    std::int64_t m_limit;
    std::vector<std::weak_ptr<TrainedWeights>> m_weights; ///< the oldest first
};

[[nodiscard]] std::int64_t bytesOf(const Checkpoint& checkpoint);

} // namespace protomind
