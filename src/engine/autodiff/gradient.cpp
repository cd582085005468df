// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"

#include "engine/autodiff/accumulate.h"
#include "engine/autodiff/gradient_rules.h"
#include "engine/graph/build.h"

#include <map>

namespace protomind {

namespace {

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
    // What the users of a node say of it; from a node's turn on the sum of that.
    std::map<int, std::vector<Node>> parts;
    std::map<int, Node> gradients;
    parts[y.index()] = {seed ? seed : ones(graph, y.shape())};

    // Inputs come before their users, so when a node's turn comes all of them have spoken.
    for (int index = y.index(); index >= 0; --index) {
        const auto found = parts.find(index);
        if (found == parts.end())
            continue;
        const Node node = graph.node(index);
        const ScopeGuard scope(graph, node.scope());
        const Node whole = accumulate(std::move(found->second), node.shape());
        gradients[index] = whole;
        if (!depends[static_cast<std::size_t>(index)] || node.inputCount() == 0)
            continue;
        const std::vector<Node> toInputs = gradientRule(node.op())(node, whole);
        for (int i = 0; i < node.inputCount(); ++i) {
            const Node part = toInputs[static_cast<std::size_t>(i)];
            if (part && depends[static_cast<std::size_t>(node.input(i).index())])
                parts[node.input(i).index()].push_back(part);
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
