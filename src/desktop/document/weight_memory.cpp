// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/weight_memory.h"

#include <algorithm>

namespace protomind {

std::int64_t bytesOf(const Checkpoint& checkpoint) {
    // As many by name as the newest point has: all are of one run.
    const std::size_t others = checkpoint.history.empty() ? 0 : checkpoint.history.back().others.size();
    std::size_t bytes = checkpoint.history.size() * (sizeof(HistoryPoint) + others * sizeof(Figure));
    for (const auto& [name, value] : checkpoint.variables)
        bytes += value.values.size() * sizeof(float);
    return static_cast<std::int64_t>(bytes);
}

void WeightMemory::trim(const TrainedWeightsPtr& present) {
    std::erase_if(m_weights, [](const auto& weights) { return weights.expired(); });
    std::set<const Checkpoint*> counted;
    if (present && present->checkpoint)
        counted.insert(present->checkpoint.get());
    std::int64_t bytes = 0;
    for (auto newest = m_weights.rbegin(); newest != m_weights.rend(); ++newest) {
        const TrainedWeightsPtr weights = newest->lock();
        if (!weights->checkpoint || !counted.insert(weights->checkpoint.get()).second)
            continue;
        bytes += bytesOf(*weights->checkpoint);
        if (bytes > m_limit) {
            weights->checkpoint.reset();
            weights->givenUp = true;
        }
    }
}

} // namespace protomind
