// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/rewrite.h"

namespace protomind {

std::vector<bool> neededNodes(const Computation& computation) {
    Graph& graph = *computation.graph;
    std::vector<bool> needed(static_cast<std::size_t>(graph.size()), false);
    for (const Computation::Output& output : computation.outputs)
        needed[static_cast<std::size_t>(output.node.index())] = true;
    for (const Computation::Update& update : computation.updates) {
        needed[static_cast<std::size_t>(update.variable.index())] = true;
        needed[static_cast<std::size_t>(update.value.index())] = true;
    }
    for (int index = graph.size() - 1; index >= 0; --index) {
        const Node node = graph.node(index);
        for (int i = 0; needed[static_cast<std::size_t>(index)] && i < node.inputCount(); ++i)
            needed[static_cast<std::size_t>(node.input(i).index())] = true;
    }
    return needed;
}

Node copyNode(Graph& graph, Node old, std::span<const Node> inputs) {
    return graph.add(old.op(), inputs, old.attributes());
}

Computation rewrite(const Computation& computation, const MakeNode& make) {
    Computation result;
    const std::vector<bool> needed = neededNodes(computation);
    std::vector<Node> mapped(needed.size());
    for (int index = 0; index < computation.graph->size(); ++index) {
        if (!needed[static_cast<std::size_t>(index)])
            continue;
        const Node old = computation.graph->node(index);
        std::vector<Node> inputs;
        for (int i = 0; i < old.inputCount(); ++i)
            inputs.push_back(mapped[static_cast<std::size_t>(old.input(i).index())]);
        const ScopeGuard scope(*result.graph, old.scope());
        mapped[static_cast<std::size_t>(index)] = make(*result.graph, old, inputs);
    }
    for (const Computation::Output& output : computation.outputs)
        result.outputs.push_back({output.name, mapped[static_cast<std::size_t>(output.node.index())]});
    for (const Computation::Update& update : computation.updates)
        result.updates.push_back({mapped[static_cast<std::size_t>(update.variable.index())],
                                  mapped[static_cast<std::size_t>(update.value.index())]});
    return result;
}

} // namespace protomind
