// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/trained_network.h"

#include <optional>

namespace protomind {

/// What a step of training makes of a network.
struct OneStep {
    HostArray targets;   ///< [N, output shape], random
    HostArray lossAfter; ///< [1]: mean squared error on the same samples, as in training, after the step
};

/// Settings under which a step can be compared with another program's: all samples in one batch, none kept
/// aside, values as targets.
void prepareForOneStep(TrainedNetwork& network);

/// One step on the network's samples; nothing where it learns nothing or draws random numbers in training.
[[nodiscard]] std::optional<OneStep> oneStep(const TrainedNetwork& network);

} // namespace protomind
