// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/training_recipe.h"

namespace protomind {

/// One phase that learns from samples attacked with the weights of the moment (see AdversarialTraining; the
/// settings have it on). Attack and step are one computation: nothing is copied between them. What it tells
/// as loss and correct is of the attacked samples; of trades the loss is that of the samples as they are and
/// the price of being led astray, and correct is of the samples as they are.
[[nodiscard]] TrainingRecipe adversarialRecipe(VariableChoice trains = {});

/// The recipe that settings ask for.
[[nodiscard]] TrainingRecipe recipeOf(const TrainingSettings& settings);

/// What of epsilon a step's attacks have. done: epochs before it.
[[nodiscard]] double epsilonShare(const AdversarialTraining& training, double done);

/// Whether a network with such an objective can be trained so; the sentence says what hinders it.
[[nodiscard]] Result<void> checkAdversarial(const AdversarialTraining& training, const Model& model,
                                            const Objective& objective);

} // namespace protomind
