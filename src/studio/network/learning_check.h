// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/training_fit.h"

namespace protomind {

/// Adds what keeps a network that can be trained from learning anything: a learning rate of nothing, a batch
/// too small to normalise, first weights that can't be moved ... The analysis has an output with a shape.
void checkLearning(const Network& network, const Surroundings& surroundings, Analysis& analysis);

/// The first layer that has nothing to normalise where it gets a single sample; null where there is none.
[[nodiscard]] LayerId normalisesOnlyBatches(const Network& network, const Analysis& analysis);

} // namespace protomind
