// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/common_subexpressions.h"

#include "engine/program/rewrite.h"

#include <map>
#include <utility>
#include <vector>

namespace protomind {

Computation shareCommonSubexpressions(const Computation& computation) {
    std::map<std::pair<Op, std::vector<int>>, std::vector<Node>> known;
    return rewrite(computation, [&known](Graph& graph, Node old, std::span<const Node> inputs) {
        std::vector<int> indices;
        for (const Node node : inputs)
            indices.push_back(node.index());
        std::vector<Node>& alike = known[{old.op(), std::move(indices)}];
        for (const Node node : alike) {
            if (node.attributes() == old.attributes())
                return node;
        }
        alike.push_back(copyNode(graph, old, inputs));
        return alike.back();
    });
}

} // namespace protomind
