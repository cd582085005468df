// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_web.h"

#include <algorithm>
#include <numbers>

namespace protomind::onnxread {

namespace {

struct Gelu {
    std::string input;
    const OnnxNode* last = nullptr;
    std::vector<const OnnxNode*> nodes{};
};

/// x / √2, or x times its inverse.
std::string narrowed(const Web& web, const OnnxNode& erf, Gelu& found) {
    std::string x;
    if (const OnnxNode* divided = web.from(erf.inputs.at(0), "Div")) {
        // The number has to be what is divided by.
        if (divided->inputs.size() == 2 && web.beside(*divided, std::numbers::sqrt2) == divided->inputs[0])
            x = divided->inputs[0];
        found.nodes.push_back(divided);
    } else if (const OnnxNode* scaled = web.from(erf.inputs.at(0), "Mul")) {
        x = web.beside(*scaled, std::numbers::sqrt2 / 2);
        found.nodes.push_back(scaled);
    }
    return x;
}

/// x / 2 (1 + erf(x / √2)), the factors in any order.
bool findGelu(const Web& web, const OnnxNode& erf, Gelu& found) {
    found.input = narrowed(web, erf, found);
    const OnnxNode* sum = web.to(erf.outputs[0], "Add");
    if (found.input.empty() || sum == nullptr || web.beside(*sum, 1) != erf.outputs[0])
        return false;
    const OnnxNode* product = web.to(sum->outputs[0], "Mul");
    if (product == nullptr || product->inputs.size() != 2)
        return false;
    found.nodes.insert(found.nodes.end(), {&erf, sum, product});
    const std::string& other = product->inputs[product->inputs[0] == sum->outputs[0] ? 1 : 0];
    if (const OnnxNode* half = web.from(other, "Mul"); half != nullptr &&
                                                       web.beside(*half, 0.5) == found.input &&
                                                       web.to(half->outputs[0], "Mul") == product) {
        found.nodes.push_back(half);
        found.last = product;
        return true;
    }
    const OnnxNode* last = web.to(product->outputs[0], "Mul");
    if (last != nullptr && last->inputs.size() != 2)
        return false;
    const std::string before = web.beside(*product, 0.5);
    if (last != nullptr && other == found.input && web.beside(*last, 0.5) == product->outputs[0])
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
    const Web web(graph);
    std::set<const OnnxNode*> gone;
    std::map<const OnnxNode*, OnnxNode> made;
    for (const OnnxNode& node : graph.nodes) {
        Gelu found;
        if (node.operation != "Erf" || node.inputs.size() != 1 || !node.hasOutput(0) ||
            !findGelu(web, node, found))
            continue;
        // What is narrowed may be used elsewhere too; then it stays.
        if (web.uses(node.inputs[0]) != 1)
            std::erase(found.nodes, web.from(node.inputs[0], found.nodes[0]->operation.c_str()));
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
