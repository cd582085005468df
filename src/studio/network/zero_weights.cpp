// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/zero_weights.h"

#include "studio/network/lowering.h"

namespace protomind {

WeightCount countWeights(const Network& network, const Checkpoint& checkpoint) {
    const auto model = lower(network);
    return model ? countWeights(*model, checkpoint) : WeightCount{};
}

} // namespace protomind
