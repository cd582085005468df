// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/weight_count.h"

#include <algorithm>

namespace protomind {

WeightCount countWeights(const Model& model, const Checkpoint& checkpoint) {
    WeightCount count;
    for (const ModelVariable& variable : modelVariables(model)) {
        const auto found = checkpoint.variables.find(variable.name);
        if (!isKernel(variable.declared.role) || found == checkpoint.variables.end())
            continue;
        count.all += std::ssize(found->second.values);
        count.zero += std::ranges::count(found->second.values, 0.0f);
    }
    return count;
}

} // namespace protomind
