// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <span>
#include <string>

namespace protomind {

/// A price on how steeply a discriminator's score changes with a sample.
struct GanPenalty {
    std::string name;       ///< in files
    std::string title;      ///< for a person
    std::string summary;    ///< one or two sentences
    double usualWeight = 0; ///< of samples whose numbers are about as large as one
};
inline constexpr const char* kNoGanPenalty = "none";
/// R1: half the weight times the mean squared slope at real samples. Mescheder, Geiger and Nowozin, "Which
/// training methods for GANs do actually converge?" (ICML 2018), equation 9.
inline constexpr const char* kR1Penalty = "r1";
/// R1, and the same at made samples, R2: equation 10 there.
inline constexpr const char* kR1AndR2Penalty = "r1_and_r2";
/// The weight times the mean of (slope - 1)^2 at points between real and made samples. Gulrajani et al.,
/// "Improved training of Wasserstein GANs" (NeurIPS 2017), equation 3.
inline constexpr const char* kGradientPenalty = "gradient_penalty";
[[nodiscard]] std::span<const GanPenalty> ganPenalties();
/// Null where there is none of that name.
[[nodiscard]] const GanPenalty* findGanPenalty(const std::string& name);

/// For each sample the squared length of its score's gradient, [N]. scores: [N], made of samples, [N, ...],
/// each of its own alone. An ordinary node: training goes through it.
[[nodiscard]] Node squaredSlopes(Node scores, Node samples);

/// A point between each real and its made sample, anywhere on the way with equal chance: [N, ...] as they
/// are.
[[nodiscard]] Node pointsBetween(Node real, Node made, std::uint64_t seed, std::uint64_t stream);

/// The mean of (slope - 1)^2, a scalar. squared: as squaredSlopes gives them.
[[nodiscard]] Node distanceFromSlopeOne(Node squared);

} // namespace protomind
