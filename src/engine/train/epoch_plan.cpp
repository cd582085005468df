// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/epoch_plan.h"

#include "engine/base/problem.h"
#include "engine/data/batch_order.h"

#include <algorithm>

namespace protomind {

EpochPlan::EpochPlan(std::int64_t samples, std::int64_t batchSize, std::uint64_t seed)
    : m_samples(samples)
    , m_batchSize(std::min(batchSize, samples))
    , m_stepsPerEpoch((samples + m_batchSize - 1) / m_batchSize)
    , m_seed(seed)
    , m_order(static_cast<std::size_t>(samples)) {
    require(samples > 0 && batchSize > 0, "EpochPlan: nothing to visit");
}

std::int64_t EpochPlan::samplesInEpochAfter(std::int64_t steps) const {
    return std::min(steps % m_stepsPerEpoch * m_batchSize, m_samples);
}

double EpochPlan::epochsAfter(std::int64_t steps) const {
    return static_cast<double>(steps / m_stepsPerEpoch) +
           static_cast<double>(samplesInEpochAfter(steps)) / static_cast<double>(m_samples);
}

std::span<const std::uint32_t> EpochPlan::batch(std::int64_t step) {
    const std::int64_t epoch = epochOf(step);
    if (epoch != m_orderedEpoch) {
        writeEpochOrder(m_seed, epoch, m_order);
        m_orderedEpoch = epoch;
    }
    const std::int64_t first = step % m_stepsPerEpoch * m_batchSize;
    const std::int64_t count = std::min(m_batchSize, m_samples - first);
    return std::span(m_order).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
}

} // namespace protomind
