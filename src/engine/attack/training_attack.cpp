// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/training_attack.h"

namespace protomind {

Norm normOf(const AdversarialTraining& training) {
    return training.norm == kL2Name ? Norm::L2 : Norm::Linf;
}

std::int64_t stepsOf(const AdversarialTraining& training) {
    return training.method == kOneStepTraining ? 1 : training.steps;
}

double stepSizeOf(const AdversarialTraining& training) {
    constexpr double kOneStep = 1.25;
    if (training.stepSize > 0)
        return training.stepSize;
    return training.method == kOneStepTraining ? kOneStep * training.epsilon
                                               : usualStepSize(training.epsilon, training.steps);
}

AttackSettings heldOutAttack(const AdversarialTraining& training, std::optional<SampleRange> range) {
    return {.allowed = {.norm = normOf(training), .range = range},
            .epsilon = training.epsilon,
            .steps = kHeldOutSteps,
            .stepSize = usualStepSize(training.epsilon, kHeldOutSteps)};
}

} // namespace protomind
