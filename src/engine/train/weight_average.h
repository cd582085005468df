// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/training_recipe.h"

namespace protomind {

/// What the average of a weight or a statistic is kept as, beside it: "<weight>/<phase>:average".
[[nodiscard]] std::string averageName(const std::string& variable, const std::string& phase);

/// How many steps were averaged, a scalar: before the first one an average says nothing.
[[nodiscard]] std::string averagedStepsName(const std::string& phase);

/// Lets a step keep an average of all that it changes of a network: after a step average + (1 - decay)
/// (value - average), where decay is the phase's, and in the first steps t / (10 + t) after t steps, so that
/// the values to begin with are no part of it. Polyak and Juditsky, "Acceleration of stochastic
/// approximation by averaging" (1992); of generators Yazici et al., "The unusual effectiveness of averaging
/// in GAN training" (ICLR 2019). Running statistics are averaged with the weights that they belong to.
/// variables: of the network; step has its updates.
void addAverages(TrainingComputation& step, std::span<const NetworkVariable> variables,
                 const TrainingPhase& phase);

} // namespace protomind
