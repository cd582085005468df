// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace protomind::onnxread {

namespace {

/// Where in a graph's nodes a name is given and taken.
struct Places {
    explicit Places(const OnnxGraph& ofGraph)
        : graph(ofGraph) {
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            for (const std::string& output : graph.nodes[i].outputs)
                from[output] = i;
            for (const std::string& input : graph.nodes[i].inputs)
                to[input].push_back(i);
        }
        to[graph.output].push_back(graph.nodes.size());
    }
    /// The one node that takes what another gives.
    [[nodiscard]] const OnnxNode* only(const OnnxNode& node, const char* operation) const {
        const auto found = node.hasOutput(0) ? to.find(node.outputs[0]) : to.end();
        if (found == to.end() || found->second.size() != 1 || found->second[0] >= graph.nodes.size())
            return nullptr;
        const OnnxNode& next = graph.nodes[found->second[0]];
        return next.operation == operation && next.inputs.size() == 2 ? &next : nullptr;
    }
    [[nodiscard]] const OnnxNode* giver(const std::string& name, const char* operation) const {
        const auto found = from.find(name);
        if (found == from.end() || graph.nodes[found->second].operation != operation)
            return nullptr;
        return &graph.nodes[found->second];
    }
    /// What a node works on besides a given number; empty where it is another number.
    [[nodiscard]] std::string beside(const OnnxNode& node, double number) const {
        constexpr double kRounding = 1e-6;
        for (const std::size_t which : {0U, 1U}) {
            const auto found =
                node.inputs.size() == 2 ? graph.constants.find(node.inputs[which]) : graph.constants.end();
            if (found == graph.constants.end())
                continue;
            const auto single = singleNumber(*found->second);
            if (single && std::abs(*single - number) < kRounding)
                return node.inputs[1 - which];
        }
        return {};
    }

    const OnnxGraph& graph;
    std::map<std::string, std::size_t> from;
    std::map<std::string, std::vector<std::size_t>> to;
};

struct Gelu {
    std::string input;
    const OnnxNode* last = nullptr;
    std::vector<const OnnxNode*> nodes{};
};

/// x / √2, or x times its inverse.
std::string narrowed(const Places& places, const OnnxNode& erf, Gelu& found) {
    std::string x;
    if (const OnnxNode* divided = places.giver(erf.inputs.at(0), "Div")) {
        // The number has to be what is divided by.
        if (divided->inputs.size() == 2 && places.beside(*divided, std::numbers::sqrt2) == divided->inputs[0])
            x = divided->inputs[0];
        found.nodes.push_back(divided);
    } else if (const OnnxNode* scaled = places.giver(erf.inputs.at(0), "Mul")) {
        x = places.beside(*scaled, std::numbers::sqrt2 / 2);
        found.nodes.push_back(scaled);
    }
    return x;
}

/// x / 2 (1 + erf(x / √2)), the factors in any order.
bool findGelu(const Places& places, const OnnxNode& erf, Gelu& found) {
    found.input = narrowed(places, erf, found);
    const OnnxNode* sum = places.only(erf, "Add");
    if (found.input.empty() || sum == nullptr || places.beside(*sum, 1) != erf.outputs[0])
        return false;
    const OnnxNode* product = places.only(*sum, "Mul");
    if (product == nullptr)
        return false;
    found.nodes.insert(found.nodes.end(), {&erf, sum, product});
    const std::string& other = product->inputs[product->inputs[0] == sum->outputs[0] ? 1 : 0];
    if (const OnnxNode* half = places.giver(other, "Mul");
        half != nullptr && places.beside(*half, 0.5) == found.input && places.only(*half, "Mul") == product) {
        found.nodes.push_back(half);
        found.last = product;
        return true;
    }
    const OnnxNode* last = places.only(*product, "Mul");
    const std::string before = places.beside(*product, 0.5);
    if (last != nullptr && other == found.input && places.beside(*last, 0.5) == product->outputs[0])
        found.last = last;
    else if (last != nullptr && before == sum->outputs[0] &&
             last->inputs[last->inputs[0] == product->outputs[0] ? 1 : 0] == found.input)
        found.last = last;
    if (found.last != nullptr)
        found.nodes.push_back(found.last);
    return found.last != nullptr;
}

} // namespace

void composeGelu(OnnxGraph& graph) {
    const Places places(graph);
    std::set<const OnnxNode*> gone;
    std::map<const OnnxNode*, OnnxNode> made;
    for (const OnnxNode& node : graph.nodes) {
        Gelu found;
        if (node.operation != "Erf" || node.inputs.size() != 1 || !findGelu(places, node, found))
            continue;
        // What is narrowed may be used elsewhere too; then it stays.
        if (places.to.at(node.inputs[0]).size() != 1)
            std::erase(found.nodes, places.giver(node.inputs[0], found.nodes[0]->operation.c_str()));
        gone.insert(found.nodes.begin(), found.nodes.end());
        made[found.last] = {.name = node.name,
                            .operation = "Gelu",
                            .inputs = {found.input},
                            .outputs = found.last->outputs,
                            .attributes = nlohmann::json::object(),
                            .tensors = {}};
    }
    std::vector<OnnxNode> nodes;
    for (const OnnxNode& node : graph.nodes) {
        if (const auto found = made.find(&node); found != made.end())
            nodes.push_back(found->second);
        else if (!gone.contains(&node))
            nodes.push_back(node);
    }
    graph.nodes = std::move(nodes);
}

} // namespace protomind::onnxread
