// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/universal_change.h"
#include "engine/data/data_set.h"
#include "engine/instance/network_instance.h"
#include "engine/nn/loss.h"

#include <optional>
#include <vector>

namespace protomind {

/// A change that is the same for all samples, learned from some of them: a patch (Brown et al., "Adversarial
/// patch", 2017, equation 1), or one that is added everywhere (Moosavi-Dezfooli et al., "Universal
/// adversarial perturbations", CVPR 2017; by ascent over batches as Shafahi et al., "Universal adversarial
/// training", AAAI 2020, algorithm 2).
struct UniversalSettings {
    UniversalSet allowed{};
    std::optional<std::int64_t> target{}; ///< the class to bring samples to; none: away from the right one
    std::int64_t steps = 200;
    double stepSize = 0.1; ///< of the first step; the others are smaller, down to nothing
    std::uint64_t seed = 1;
};

/// What learns best in so many steps, as tried with digits.
[[nodiscard]] double usualUniversalStepSize(const UniversalSet& allowed, const Shape& sample);

/// Learns such a change, step by step. It climbs the mean of -log(1 + e^(o + margin)) with the odds o against
/// what is wanted (the target, or any class but the right one; see oddsAgainst): without the margin that is
/// the logarithm of its probability; with it samples count until they are fooled with room to spare. Samples
/// come in a new order in each round, each with the patch at a place drawn anew; by Adam (Kingma and Ba, ICLR
/// 2015, algorithm 1), projected after each step. A function of its settings, the samples and the weights.
class UniversalAttack {
public:
    /// All outlive it. samples: of data, by their indices, at least one.
    UniversalAttack(NetworkInstance& network, const LossType& loss, const DataSet& data,
                    std::vector<std::uint32_t> samples, const UniversalSettings& settings);

    /// One step: one run of the network over a batch. Gives whether that was the last one.
    [[nodiscard]] Result<bool> advance();
    [[nodiscard]] double share() const;

    [[nodiscard]] const UniversalChange& change() const { return m_change; }
    /// Of how many different samples it has learned so far.
    [[nodiscard]] std::int64_t samplesSeen() const;
    /// What the last step climbed, as it was before it, over its batch.
    [[nodiscard]] double objective() const { return m_objective; }

private:
    [[nodiscard]] std::vector<std::uint32_t> nextSamples();
    void ascend();

    NetworkInstance& m_network;
    const LossType& m_loss;
    const DataSet& m_data;
    std::vector<std::uint32_t> m_samples; ///< in the order of this round
    std::size_t m_next = 0;
    RandomStream m_order;
    UniversalSettings m_settings;
    std::int64_t m_batch;
    std::uint64_t m_placed = 0; ///< samples so far
    UniversalChange m_change;
    UniversalChange m_gradient;
    std::vector<float> m_mean; ///< Adam's moments
    std::vector<float> m_square;
    std::int64_t m_step = 0;
    double m_objective = 0;
};

} // namespace protomind
