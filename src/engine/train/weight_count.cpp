// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/weight_count.h"

#include <algorithm>

namespace protomind {

WeightCount countWeights(const Model& model, const Checkpoint& checkpoint) {
    Graph graph;
    const BuiltModel built = buildModel(graph, model, 1, BuildMode::Inference, 0);
    WeightCount count;
    for (const NetworkVariable& variable : built.variables) {
        const auto found = checkpoint.variables.find(variable.name);
        if (!variable.trainable || !variable.decayed || found == checkpoint.variables.end())
            continue;
        count.all += std::ssize(found->second.values);
        count.zero += std::ranges::count(found->second.values, 0.0f);
    }
    return count;
}

} // namespace protomind
