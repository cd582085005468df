// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/adversarial_training.h"
#include "engine/attack/attack.h"

/// The attacks of adversarial training.
namespace protomind {

[[nodiscard]] Norm normOf(const AdversarialTraining& training);
[[nodiscard]] std::int64_t stepsOf(const AdversarialTraining& training);
/// As set, or the usual one: of one step 1.25 epsilon (Wong et al., section 4), else as usualStepSize.
[[nodiscard]] double stepSizeOf(const AdversarialTraining& training);

/// What the samples that are kept aside are attacked with after each epoch, to know how robust the network is
/// by now: PGD with another start and more steps than it trains against.
[[nodiscard]] AttackSettings heldOutAttack(const AdversarialTraining& training,
                                           std::optional<SampleRange> range);
inline constexpr std::int64_t kHeldOutSteps = 10;
/// The first so many of them: an epoch is to learn in, not to be attacked in.
inline constexpr std::int64_t kMostHeldOutSamples = 1000;

} // namespace protomind
