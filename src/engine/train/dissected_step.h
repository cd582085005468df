// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/training_recipe.h"

#include <string>

namespace protomind {

inline constexpr const char* kPlace = "place"; ///< input [1]: which sample of the batch is followed
inline constexpr const char* kSampleLoss = "sample_loss"; ///< scalar: of that sample alone

/// What a layer sends back along one of its ports: the gradient of what is made small with respect to what
/// came there, of this layer's share alone. Where an output goes to several layers, what arrives at it is the
/// sum of theirs.
[[nodiscard]] std::string passedOnName(std::size_t layer, std::size_t port);
/// What a variable is after the step.
[[nodiscard]] std::string newValueName(const std::string& variable);

/// A step of a phase with the same inputs as phaseStep, and kPlace, that changes nothing and tells all that
/// it computes on the way:
/// - of one sample (kPlace), without a batch axis: what every layer gives (layerOutputName), in training;
///   the gradient that arrives there (gradientName of that) and that each layer passes on (passedOnName); and
///   where the loss looks at what comes before the last softmax or sigmoid, that (kLogits) and its gradient;
/// - of each variable that is trained the gradients of the loss (gradientName) and of the penalty that the
///   optimiser goes down (penaltyGradientName; none where there is no such penalty);
/// - what each variable that the step changes is afterwards (newValueName): weights, running statistics and
///   the optimiser's state;
/// - kSampleLoss, and what phaseStep tells.
/// Gradients are those of the mean loss over the batch, those of outputs with the penalty added to it. Fails
/// where the phase does more than let the samples through the network once.
[[nodiscard]] Result<Computation> dissectedStep(const TrainingPhase& phase, const Model& model,
                                                const Objective& objective, const TrainingSettings& settings,
                                                std::int64_t batch);

} // namespace protomind
