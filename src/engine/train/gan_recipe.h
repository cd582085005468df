// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/training_recipe.h"

#include <memory>

namespace protomind {

inline constexpr const char* kDiscriminatorPhase = "discriminator";
inline constexpr const char* kGeneratorPhase = "generator";

/// What the discriminator's phase tells besides its loss.
inline constexpr const char* kRealScore = "score/real";   ///< mean logit of real samples
inline constexpr const char* kMadeScore = "score/made";   ///< the same of made ones
inline constexpr const char* kToldApart = "told apart";   ///< see toldApart
inline constexpr const char* kRealSlope = "slope/real";   ///< mean squared slope at real samples, with R1
inline constexpr const char* kMadeSlope = "slope/made";   ///< the same at made ones, with R2
inline constexpr const char* kSlopePrice = "slope price"; ///< of the gradient penalty, without its weight

/// Whether figures are of a run of ganRecipe. The loss of all phases together means nothing there.
[[nodiscard]] bool isOfTwoPlayers(const Figures& figures);

/// Two phases: the discriminator learns to tell samples from what the generator makes of latents, and the
/// generator to make such that it can't. The model that a PhaseContext has is the discriminator. What each
/// plays against keeps every bit.
[[nodiscard]] TrainingRecipe ganRecipe(std::shared_ptr<const Model> generator,
                                       const TrainingSettings& settings);

/// Whether the two fit together, and to the data; the sentence says what does not, with the sizes. The
/// objective stands for no targets: see TrainingRecipe::generator.
[[nodiscard]] Result<Objective> chooseGanObjective(const Model& discriminator, const Model& generator,
                                                   const DataDescription& data);

} // namespace protomind
