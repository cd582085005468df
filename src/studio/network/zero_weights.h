// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/weight_count.h"
#include "studio/network/network.h"

namespace protomind {

/// Of a network that was trained; none where it can't run.
[[nodiscard]] WeightCount countWeights(const Network& network, const Checkpoint& checkpoint);

} // namespace protomind
