// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/evaluate.h"

#include "engine/device/reference/plain_ops.h"

#include <stdexcept>

namespace protomind {

namespace {

std::vector<bool> needed(std::span<const Node> wanted, Graph& graph) {
    std::vector<bool> marks(static_cast<std::size_t>(graph.size()), false);
    for (const Node node : wanted)
        marks[static_cast<std::size_t>(node.index())] = true;
    for (int index = graph.size() - 1; index >= 0; --index) {
        const Node node = graph.node(index);
        for (int i = 0; marks[static_cast<std::size_t>(index)] && i < node.inputCount(); ++i)
            marks[static_cast<std::size_t>(node.input(i).index())] = true;
    }
    return marks;
}

} // namespace

std::vector<std::vector<double>> evaluate(std::span<const Node> wanted, const NamedValues& named,
                                          std::uint64_t run) {
    if (wanted.empty())
        return {};
    Graph& graph = wanted.front().graph();
    const std::vector<bool> marks = needed(wanted, graph);
    std::vector<Doubles> values(marks.size());
    for (int index = 0; index < graph.size(); ++index) {
        if (!marks[static_cast<std::size_t>(index)])
            continue;
        const Node node = graph.node(index);
        if (node.op() == Op::Input || node.op() == Op::Variable) {
            const std::string& name = node.as<LeafAttributes>().name;
            const auto found = named.find(name);
            if (found == named.end() ||
                static_cast<std::int64_t>(found->second.size()) != node.shape().elementCount())
                throw std::logic_error("evaluate: no values of the right size for \"" + name + "\"");
            values[static_cast<std::size_t>(index)] = found->second;
            continue;
        }
        std::vector<const Doubles*> inputs;
        for (int i = 0; i < node.inputCount(); ++i)
            inputs.push_back(&values[static_cast<std::size_t>(node.input(i).index())]);
        values[static_cast<std::size_t>(index)] = computePlainly(node, inputs, run);
    }
    std::vector<std::vector<double>> result;
    for (const Node node : wanted)
        result.push_back(values[static_cast<std::size_t>(node.index())]);
    return result;
}

} // namespace protomind
