// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/attack/universal_change.h"
#include "engine/data/data_set.h"

#include <array>
#include <optional>
#include <vector>

namespace protomind {

/// How many samples one change leads astray, beside noise of the same kind at the same places. With a target
/// samples count that are not of that class and not taken for it anyhow, else those that the network gets
/// right without a change.
class UniversalEvaluation {
public:
    enum Look : std::size_t { Plain, Changed, Noise, kLooks };

    /// All outlive it. samples: of data, by their indices.
    UniversalEvaluation(NetworkInstance& network, const LossType& loss, const DataSet& data,
                        std::vector<std::uint32_t> samples, std::optional<std::int64_t> target,
                        UniversalChange change, UniversalChange noise, std::uint64_t seed);

    /// One run of the network over a batch. Gives whether all is done.
    [[nodiscard]] Result<bool> advance();
    [[nodiscard]] double share() const;

    [[nodiscard]] std::int64_t samples() const { return std::ssize(m_samples); }
    [[nodiscard]] std::int64_t counted() const { return m_counted; }
    /// Of those that count, led astray; of Plain none.
    [[nodiscard]] std::int64_t fooled(Look look) const { return m_fooled[look]; }
    /// 0 where none counts.
    [[nodiscard]] double shareFooled(Look look) const;
    /// What the network decided for, of each sample so far.
    [[nodiscard]] const std::vector<float>& decided(Look look) const { return m_decided[look]; }

private:
    [[nodiscard]] AttackBatch batch() const;
    void count();

    NetworkInstance& m_network;
    const LossType& m_loss;
    const DataSet& m_data;
    std::vector<std::uint32_t> m_samples;
    std::optional<std::int64_t> m_target;
    std::array<UniversalChange, 2> m_changes; ///< Changed, Noise
    std::uint64_t m_seed;
    std::int64_t m_batch;
    std::size_t m_next = 0; ///< the first of the batch under way
    Look m_look = Plain;
    std::vector<float> m_classes; ///< of all so far
    std::array<std::vector<float>, kLooks> m_decided;
    std::array<std::int64_t, kLooks> m_fooled{};
    std::int64_t m_counted = 0;
};

} // namespace protomind
