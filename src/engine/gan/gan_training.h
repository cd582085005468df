// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace protomind {

/// Of the generator: the discriminator's.
inline constexpr const char* kSharedOptimizer = "shared";

/// How two networks are trained that play against each other: a generator makes samples out of latents, and a
/// discriminator tells them from real ones. Goodfellow et al., "Generative adversarial nets" (2014),
/// algorithm 1. The discriminator has the optimiser and the learning rate that all training has.
struct GanTraining {
    std::string loss = "relativistic";   ///< see ganLosses()
    std::string penalty = "auto";        ///< see ganPenalties(); auto: what the loss is usually used with
    double penaltyWeight = 0;            ///< 0: the penalty's usual one
    std::int64_t discriminatorSteps = 1; ///< in a row, each on a batch of its own; 0: it stays as it is
    std::int64_t generatorSteps = 1;     ///< likewise
    std::string generatorOptimizer = kSharedOptimizer; ///< another one has its usual settings
    double generatorRate = 1;                          ///< its learning rate in those of the discriminator
    /// What of the generator's averaged weights stays in a step; 0: the weights themselves make what is
    /// shown.
    double average = 0.995;
    bool operator==(const GanTraining&) const = default;
};

} // namespace protomind
