// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace protomind {

/// Which samples each step looks at: every epoch visits all of them once, in an order that depends on seed
/// and epoch alone. The last batch of an epoch takes what is left.
class EpochPlan {
public:
    EpochPlan() = default;
    /// samples and batchSize are at least 1.
    EpochPlan(std::int64_t samples, std::int64_t batchSize, std::uint64_t seed);

    [[nodiscard]] std::int64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    [[nodiscard]] std::int64_t batchSize() const { return m_batchSize; }
    /// Epochs done after so many steps, with the fraction of the samples of the present one.
    [[nodiscard]] double epochsAfter(std::int64_t steps) const;
    [[nodiscard]] std::int64_t epochOf(std::int64_t step) const { return step / m_stepsPerEpoch; }
    [[nodiscard]] bool endsEpoch(std::int64_t step) const { return (step + 1) % m_stepsPerEpoch == 0; }
    /// Samples of the epoch under way that were visited after so many steps.
    [[nodiscard]] std::int64_t samplesInEpochAfter(std::int64_t steps) const;

    /// The samples of a step; valid until the next call.
    [[nodiscard]] std::span<const std::uint32_t> batch(std::int64_t step);

private:
    std::int64_t m_samples = 1;
    std::int64_t m_batchSize = 1;
    std::int64_t m_stepsPerEpoch = 1;
    std::uint64_t m_seed = 0;
    std::vector<std::uint32_t> m_order;
    std::int64_t m_orderedEpoch = -1;
};

} // namespace protomind
