// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/experiment_comparison.h"

namespace protomind {

bool sameBesidesLearningRate(const Experiment& a, const Experiment& b) {
    TrainingSettings settings = a.training;
    settings.learningRate = b.training.learningRate;
    return settings == b.training && a.data == b.data && a.device == b.device && a.threads == b.threads &&
           sameStructure(a.network, b.network);
}

} // namespace protomind
