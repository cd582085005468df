// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/perturbation.h"
#include "engine/nn/loss.h"
#include "engine/nn/model.h"
#include "engine/program/computation.h"

#include <span>

namespace protomind {

// What goes in besides kSamples, the perturbed samples [N, sample shape], and kChosenClasses [N].
inline constexpr const char* kOriginals = "originals";        ///< [N, sample shape]
inline constexpr const char* kEpsilon = "epsilon";            ///< scalar
inline constexpr const char* kAttackStepSize = "attack_step"; ///< scalar; below zero: towards the classes
inline constexpr const char* kAttackMomentum = "momentum";    ///< scalar
inline constexpr const char* kAttackVelocity = "velocity";    ///< [N, sample shape]; also comes out
// What comes out besides kLogits [N, outputs] of the samples that went in.
inline constexpr const char* kAttacked = "attacked";        ///< [N, sample shape]: a step further
inline constexpr const char* kDecided = "decided";          ///< [N]: the class
inline constexpr const char* kOddsAgainst = "odds_against"; ///< [N]: see oddsAgainst
inline constexpr const char* kOddsSlope = "odds_slope";     ///< [N, sample shape]: see oddsSlopes

/// What comes out is of use; fails where a number is not finite.
[[nodiscard]] Result<void> checkFinite(std::span<const float> values);

/// What a network says to samples: kLogits, kDecided, kOddsAgainst.
[[nodiscard]] Computation attackScores(const Model& model, const LossType& loss, std::int64_t batch,
                                       std::uint64_t seed);

/// The same with the gradient of each sample's odds with respect to the sample: kOddsSlope.
[[nodiscard]] Computation oddsSlopes(const Model& model, const LossType& loss, std::int64_t batch,
                                     std::uint64_t seed);

/// The same as attackScores with a step further: kAttacked and, with momentum, kAttackVelocity.
[[nodiscard]] Computation attackStep(const Model& model, const LossType& loss, std::int64_t batch,
                                     std::uint64_t seed, const PerturbationSet& allowed, bool momentum);

} // namespace protomind
