// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"

#include "engine/autodiff/gradient_rules.h"
#include "engine/graph/build.h"

#include <map>

namespace protomind {

namespace {

/// The sum of a gradient over the axes along which its target was stretched, in the target's shape.
Node unbroadcast(Node gradient, const Shape& target) {
    const int extra = gradient.shape().rank() - target.rank();
    std::vector<int> axes;
    for (int axis = 0; axis < gradient.shape().rank(); ++axis) {
        if (axis < extra || (target[axis - extra] == 1 && gradient.shape()[axis] != 1))
            axes.push_back(axis);
    }
    return reshape(axes.empty() ? gradient : reduceSum(gradient, axes), target);
}

/// Which nodes lie between the targets and y: only these get gradients.
std::vector<bool> reachedFrom(Node y, std::span<const Node> wrt) {
    std::vector<bool> depends(static_cast<std::size_t>(y.index()) + 1, false);
    for (const Node target : wrt) {
        if (target.index() <= y.index())
            depends[static_cast<std::size_t>(target.index())] = true;
    }
    for (int index = 0; index <= y.index(); ++index) {
        const Node node = y.graph().node(index);
        for (int i = 0; i < node.inputCount() && info(node.op()).differentiable; ++i) {
            if (depends[static_cast<std::size_t>(node.input(i).index())])
                depends[static_cast<std::size_t>(index)] = true;
        }
    }
    return depends;
}

Node ones(Graph& graph, const Shape& shape) {
    return broadcastTo(constant(graph, 1.0f), shape);
}
Node zeros(Graph& graph, const Shape& shape) {
    return broadcastTo(constant(graph, 0.0f), shape);
}

} // namespace

std::vector<Node> gradient(Node y, std::span<const Node> wrt, Node seed) {
    Graph& graph = y.graph();
    const std::vector<bool> depends = reachedFrom(y, wrt);
    std::map<int, Node, std::greater<>> gradients; // by node, latest first
    gradients[y.index()] = seed ? seed : ones(graph, y.shape());

    // Inputs come before their users, so when a node's turn comes its gradient is complete.
    for (int index = y.index(); index >= 0; --index) {
        const auto found = gradients.find(index);
        const Node node = graph.node(index);
        if (found == gradients.end() || !depends[static_cast<std::size_t>(index)] || node.inputCount() == 0)
            continue;
        const ScopeGuard scope(graph, node.scope());
        const std::vector<Node> parts = gradientRule(node.op())(node, found->second);
        for (int i = 0; i < node.inputCount(); ++i) {
            const Node target = node.input(i);
            const Node part = parts[static_cast<std::size_t>(i)];
            if (!part || !depends[static_cast<std::size_t>(target.index())])
                continue;
            const Node fitted = unbroadcast(part, target.shape());
            Node& sum = gradients[target.index()];
            sum = sum ? sum + fitted : fitted;
        }
    }

    std::vector<Node> result;
    for (const Node target : wrt) {
        const auto found = gradients.find(target.index());
        result.push_back(found != gradients.end() ? found->second : zeros(graph, target.shape()));
    }
    return result;
}

} // namespace protomind
