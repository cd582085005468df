// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/regulariser.h"

#include "engine/graph/build.h"

namespace protomind {

Node weightPenalty(Graph& graph, std::span<const NetworkVariable> variables, double l1, double l2) {
    const ScopeGuard scope(graph, "penalty");
    Node total;
    const auto add = [&total](Node term) { total = total ? total + term : term; };
    for (const NetworkVariable& variable : variables) {
        if (!variable.trainable || !variable.decayed)
            continue;
        if (l1 != 0)
            add(reshape(reduceSum(absolute(variable.node)), Shape()) * static_cast<float>(l1));
        if (l2 != 0)
            add(reshape(reduceSum(square(variable.node)), Shape()) * static_cast<float>(l2));
    }
    return total;
}

Node softThreshold(Node x, Node threshold) {
    return relu(x - threshold) - relu(-1.0f * x - threshold);
}

} // namespace protomind
