// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/attack/robust_evaluation.h"
#include "engine/data/data_set.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace protomind {

/// A network with the loss that it was trained for.
struct AttackedNetwork {
    NetworkInstance& network;
    const LossType& loss;
};

/// How many samples attacks fool. Of each kind: whether any of the starts does.
struct TransferCounts {
    std::int64_t samples = 0;     ///< looked at
    std::int64_t cleanFrom = 0;   ///< that the one network gets right
    std::int64_t cleanTo = 0;     ///< that the other one gets right
    std::int64_t bothRight = 0;   ///< these are attacked
    std::int64_t fooledFrom = 0;  ///< by the attack on the one network, there
    std::int64_t transferred = 0; ///< by the same samples, on the other network
    std::int64_t direct = 0;      ///< by an attack of the same strength on the other network itself
    std::int64_t noise = 0;       ///< by plain noise of the same size, on the other network
};

/// What is made to fool one network, tried on another that was never asked for it: Papernot et al.,
/// "Transferability in machine learning" (2016). Where that is the stronger attack, the other network's
/// gradients lead astray: Athalye et al., "Obfuscated gradients give a false sense of security" (ICML 2018),
/// section 3.1.
class TransferEvaluation {
public:
    /// All outlive it. Both networks take the samples of data and tell its classes apart.
    TransferEvaluation(AttackedNetwork from, AttackedNetwork to, const DataSet& data,
                       const RobustSettings& settings);

    /// One run of a network over a batch. Gives whether all is done.
    [[nodiscard]] Result<bool> advance();
    [[nodiscard]] double share() const;
    [[nodiscard]] const TransferCounts& counts() const { return m_counts; }

private:
    /// Of each batch, one after another; all from AttackFrom on once for each start.
    enum class Stage { CleanFrom, CleanTo, AttackFrom, Transferred, Direct, Noise };

    void begin();
    [[nodiscard]] AttackSettings with(AttackStart start, std::int64_t steps) const;
    void take(const Attack& attack);
    void next();
    /// Counts what is fooled now and was not before.
    void mark(const Attack& attack, std::vector<bool>& fooled, std::int64_t& count) const;
    void beginBatch();

    AttackedNetwork m_from;
    AttackedNetwork m_to;
    const DataSet& m_data;
    RobustSettings m_settings;
    std::int64_t m_batch;
    TransferCounts m_counts;
    std::int64_t m_first = 0; ///< of the batch under way
    Stage m_stage = Stage::CleanFrom;
    std::int64_t m_start = 0;
    std::vector<std::uint32_t> m_underWay; ///< the batch; once that is known, those that both get right
    std::vector<bool> m_rightFrom;
    HostArray m_made; ///< on the one network, to be tried on the other
    std::vector<bool> m_fooledFrom;
    std::vector<bool> m_transferred;
    std::vector<bool> m_direct;
    std::vector<bool> m_noise;
    std::optional<Attack> m_attack;
};

} // namespace protomind
