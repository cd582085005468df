// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/data/data_set.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace protomind {

/// An attack on many samples. Said with every figure that comes of it.
struct RobustSettings {
    AttackSettings attack{};   ///< away from the right class
    std::int64_t restarts = 1; ///< each from a start of its own; a sample counts as fooled once any fools it
    std::int64_t samples = 0;  ///< the first so many of the set; 0: all
    std::uint64_t seed = 1;    ///< of the starts
};

/// How many samples a network still gets right when each of them is attacked: robust accuracy (Madry et al.,
/// ICLR 2018, section 2). The worst of all restarts counts, sample by sample; what is fooled already is not
/// attacked again.
class RobustEvaluation {
public:
    /// All outlive it. data: of classes that the network tells apart, in its sample shape.
    RobustEvaluation(NetworkInstance& network, const LossType& loss, const DataSet& data,
                     const RobustSettings& settings);

    /// One run of the network over a batch. Gives whether all is done.
    [[nodiscard]] Result<bool> advance();
    /// How much of what is left at most is done, 0 to 1.
    [[nodiscard]] double share() const;

    [[nodiscard]] std::int64_t samples() const { return m_samples; }
    /// Right without an attack; known once that was looked at.
    [[nodiscard]] std::int64_t clean() const { return m_clean; }
    /// Right still, so far.
    [[nodiscard]] std::int64_t standing() const { return std::ssize(m_standing); }
    /// Right still after each of the restarts that are over.
    [[nodiscard]] const std::vector<std::int64_t>& afterRestarts() const { return m_afterRestarts; }

private:
    [[nodiscard]] AttackBatch nextBatch();
    [[nodiscard]] AttackSettings present() const;
    void count(const Attack& attack);
    void endRound();

    NetworkInstance& m_network;
    const LossType& m_loss;
    const DataSet& m_data;
    RobustSettings m_settings;
    std::int64_t m_batch;
    std::int64_t m_samples;
    std::int64_t m_clean = 0;
    std::int64_t m_round = 0;              ///< 0: without an attack; then the restarts
    std::vector<std::uint32_t> m_standing; ///< fooled by no round that is over
    std::vector<std::uint32_t> m_stood;    ///< of this round so far
    std::size_t m_next = 0;                ///< in m_standing: the first behind the batch under way
    std::vector<std::uint32_t> m_underWay; ///< the batch's
    std::optional<Attack> m_attack;        ///< on it
    std::vector<std::int64_t> m_afterRestarts;
};

} // namespace protomind
