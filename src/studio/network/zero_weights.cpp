// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/zero_weights.h"

#include "studio/network/lowering.h"

namespace protomind {

WeightCount countWeights(const Network& network, const Checkpoint& checkpoint) {
    const auto models = lowerAll(network);
    WeightCount count;
    if (models)
        for (const Model& model : *models) {
            const WeightCount more = countWeights(model, checkpoint);
            count.all += more.all;
            count.zero += more.zero;
        }
    return count;
}

} // namespace protomind
