// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/perturbation.h"
#include "engine/instance/network_instance.h"
#include "engine/nn/loss.h"

#include <optional>
#include <span>
#include <vector>

namespace protomind {

/// Where the way to an adversarial sample begins.
enum class AttackStart {
    Sample,  ///< at the sample itself
    Inside,  ///< anywhere within the allowed perturbations
    Surface, ///< as far out as is allowed, anywhere: without steps, plain noise of that size
};

/// Projected gradient ascent and its kin: one step from the sample is the fast gradient sign method
/// (Goodfellow et al., ICLR 2015), many are the basic iterative method (Kurakin et al., 2016), with a random
/// start it is PGD (Madry et al., ICLR 2018, section 2.1), and with momentum MI-FGSM (Dong et al., "Boosting
/// adversarial attacks with momentum", CVPR 2018, equations 6 and 7).
struct AttackSettings {
    PerturbationSet allowed{};
    double epsilon = 0.1; ///< the largest size, in units of the samples
    AttackStart start = AttackStart::Inside;
    std::int64_t steps = 40;
    double stepSize = 0.01; ///< the size of each step
    double momentum = 0;    ///< how much of the way so far goes on in each step; 0: none
    bool towards = false;   ///< to the classes that are given, not away from them
};

/// The steps that bring a perturbation from anywhere to anywhere: two and a half times epsilon in all (Madry
/// et al. give 2.5 epsilon / steps for their evaluation). One step is all of epsilon.
[[nodiscard]] double usualStepSize(double epsilon, std::int64_t steps);

/// Samples to be attacked together.
struct AttackBatch {
    HostArray samples;                 ///< [N, sample shape]
    std::vector<float> classes;        ///< N: the right ones, or with towards those that are aimed at
    std::vector<std::uint64_t> places; ///< N: what each one's random start depends on besides the seed
};

/// One attack on some samples, step by step. A function of the seed, the places and the weights: which
/// samples stand in a batch together has no influence.
class Attack {
public:
    /// network and loss outlive it. batch has passed checkSamples; its classes are among the network's.
    Attack(NetworkInstance& network, const LossType& loss, const AttackSettings& settings, AttackBatch batch,
           std::uint64_t seed);

    /// One run of the network over the batch: a step, or after the last one what it says to what came out.
    /// Gives whether that is known.
    [[nodiscard]] Result<bool> advance();
    [[nodiscard]] std::int64_t stepsDone() const { return m_step; }
    [[nodiscard]] double share() const;

    /// The samples as they are by now: [N, sample shape].
    [[nodiscard]] const HostArray& perturbed() const { return m_perturbed; }
    /// What the network said to perturbed(), or before the last one came out to the ones before: logits
    /// [N, outputs], the class that it decides for, and the odds against the given class (see oddsAgainst).
    [[nodiscard]] const HostArray& logits() const { return m_logits; }
    [[nodiscard]] std::span<const float> decided() const { return m_decided; }
    [[nodiscard]] std::span<const float> odds() const { return m_odds; }
    /// Whether the network errs (with towards: decides for the class aimed at) on a sample.
    [[nodiscard]] bool succeeded(std::size_t sample) const;

private:
    [[nodiscard]] Result<CompiledComputation*> compiled(bool withStep) const;

    NetworkInstance& m_network;
    const LossType& m_loss;
    AttackSettings m_settings;
    AttackBatch m_batch;
    HostArray m_perturbed;
    std::vector<float> m_velocity;
    HostArray m_logits;
    std::vector<float> m_decided;
    std::vector<float> m_odds;
    std::int64_t m_step = 0;
};

} // namespace protomind
