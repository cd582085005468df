// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_numbers.h"
#include "studio/exchange/onnx/read_operators.h"
#include "studio/exchange/onnx/read_refusal.h"
#include "studio/exchange/onnx/read_web.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind::onnxread {

namespace {

/// What was found so far of an attention; step by step, each null or false where it is none.
struct Attention {
    std::string input;
    std::string kernel;
    std::string bias;
    std::string outputKernel;
    std::string outputBias;
    std::int64_t heads = 0;
    std::int64_t size = 0; ///< of a head
    bool causal = false;
    std::string name;
    std::string output;
    std::vector<const OnnxNode*> nodes{}; ///< that belong to it
};

/// Reshape to [.., .., heads, size] and a transposition: one of queries, keys and values by heads.
const OnnxNode* byHeads(const Web& web, const std::string& part, const std::vector<std::int64_t>& order,
                        Attention& found) {
    const OnnxNode* reshape = web.to(part, "Reshape");
    const ConstantPtr shape =
        reshape != nullptr && reshape->hasInput(1) ? web.constant(reshape->inputs[1]) : nullptr;
    if (shape == nullptr || shape->integers.size() != 4 || shape->integers[0] != 0 || shape->integers[1] != 0)
        return nullptr;
    const OnnxNode* transpose = web.to(reshape->outputs[0], "Transpose");
    if (transpose == nullptr || transpose->integers("perm", {}) != order)
        return nullptr;
    if (found.heads != 0 && (found.heads != shape->integers[2] || found.size != shape->integers[3]))
        return nullptr;
    found.heads = shape->integers[2];
    found.size = shape->integers[3];
    found.nodes.insert(found.nodes.end(), {reshape, transpose});
    return transpose;
}

/// A linear function: MatMul with a constant, then Add of one. Upwards from what it gives, or downwards.
bool linearBefore(const Web& web, const std::string& given, Attention& found) {
    const OnnxNode* add = web.from(given, "Add");
    std::string product;
    if (add == nullptr || web.constantOf(*add, product, &found.bias) == nullptr || web.uses(product) != 1)
        return false;
    const OnnxNode* multiply = web.from(product, "MatMul");
    if (multiply == nullptr || multiply->inputs.size() != 2 || web.constant(multiply->inputs[1]) == nullptr)
        return false;
    found.input = multiply->inputs[0];
    found.kernel = multiply->inputs[1];
    found.nodes.insert(found.nodes.end(), {add, multiply});
    return true;
}

bool linearBehind(const Web& web, const std::string& taken, Attention& found) {
    const OnnxNode* multiply = web.to(taken, "MatMul");
    if (multiply == nullptr || multiply->inputs.size() != 2 || web.constant(multiply->inputs[1]) == nullptr)
        return false;
    const OnnxNode* add = web.to(multiply->outputs[0], "Add");
    std::string product;
    if (add == nullptr || web.constantOf(*add, product, &found.outputBias) == nullptr)
        return false;
    found.outputKernel = multiply->inputs[1];
    found.output = add->outputs[0];
    found.nodes.insert(found.nodes.end(), {multiply, add});
    return true;
}

/// 0 where the column is not after the row, else far below every score.
bool hidesFuture(const Constant& mask) {
    constexpr float kFarBelow = -1e8f;
    const std::size_t rank = mask.sizes.size();
    if (rank < 2 || mask.sizes[rank - 1] != mask.sizes[rank - 2] || mask.whole)
        return false;
    const auto steps = static_cast<std::size_t>(mask.sizes[rank - 1]);
    if (mask.reals.size() != steps * steps)
        return false;
    for (std::size_t i = 0; i < mask.reals.size(); ++i)
        if (i % steps > i / steps ? mask.reals[i] > kFarBelow : mask.reals[i] != 0)
            return false;
    return true;
}

/// From the product of queries and keys to their softmax.
const OnnxNode* softmaxOf(const Web& web, const OnnxNode& scores, Attention& found) {
    const OnnxNode* scaled = web.to(scores.outputs[0], "Mul");
    std::string other;
    const ConstantPtr scale = scaled == nullptr ? nullptr : web.constantOf(*scaled, other);
    const auto factor = scale == nullptr ? std::nullopt : singleNumber(*scale);
    constexpr double kRounding = 1e-6;
    if (!factor || std::abs(*factor * std::sqrt(static_cast<double>(found.size)) - 1) > kRounding)
        return nullptr;
    found.nodes.push_back(scaled);
    std::string last = scaled->outputs[0];
    if (const OnnxNode* masked = web.to(last, "Add")) {
        const ConstantPtr mask = web.constantOf(*masked, other);
        if (mask == nullptr || !hidesFuture(*mask))
            return nullptr;
        found.causal = true;
        found.nodes.push_back(masked);
        last = masked->outputs[0];
    }
    const OnnxNode* softmax = web.to(last, "Softmax");
    if (softmax == nullptr || softmax->integer("axis", -1) != -1)
        return nullptr;
    found.nodes.push_back(softmax);
    return softmax;
}

/// From the heads' findings to what the layer gives.
bool together(const Web& web, const OnnxNode& seen, Attention& found) {
    const OnnxNode* transpose = web.to(seen.outputs[0], "Transpose");
    if (transpose == nullptr || transpose->integers("perm", {}) != std::vector<std::int64_t>{0, 2, 1, 3})
        return false;
    const OnnxNode* reshape = web.to(transpose->outputs[0], "Reshape");
    const ConstantPtr shape =
        reshape != nullptr && reshape->hasInput(1) ? web.constant(reshape->inputs[1]) : nullptr;
    if (shape == nullptr || shape->integers != std::vector<std::int64_t>{0, 0, found.heads * found.size} ||
        !linearBehind(web, reshape->outputs[0], found))
        return false;
    found.nodes.insert(found.nodes.end(), {transpose, reshape});
    return true;
}

bool findAttention(const Web& web, const OnnxNode& split, std::int64_t opset, Attention& found) {
    const std::int64_t axis = split.integer("axis", 0);
    if (split.outputs.size() != 3 || split.hasInput(1) || (axis != -1 && axis != 2) || opset < 13 ||
        web.uses(split.inputs.at(0)) != 1)
        return false;
    const OnnxNode* queries = byHeads(web, split.outputs[0], {0, 2, 1, 3}, found);
    const OnnxNode* keys = byHeads(web, split.outputs[1], {0, 2, 3, 1}, found);
    const OnnxNode* values = byHeads(web, split.outputs[2], {0, 2, 1, 3}, found);
    if (queries == nullptr || keys == nullptr || values == nullptr)
        return false;
    const OnnxNode* scores = web.to(queries->outputs[0], "MatMul");
    if (scores == nullptr || scores != web.to(keys->outputs[0], "MatMul") ||
        scores->inputs[0] != queries->outputs[0])
        return false;
    const OnnxNode* softmax = softmaxOf(web, *scores, found);
    if (softmax == nullptr)
        return false;
    const OnnxNode* seen = web.to(softmax->outputs[0], "MatMul");
    if (seen == nullptr || seen != web.to(values->outputs[0], "MatMul") ||
        seen->inputs[0] != softmax->outputs[0])
        return false;
    found.name = softmax->name;
    found.nodes.insert(found.nodes.end(), {&split, scores, seen});
    return together(web, *seen, found) && linearBefore(web, split.inputs[0], found);
}

} // namespace

void composeAttention(OnnxGraph& graph) {
    const Web web(graph);
    std::vector<Attention> all;
    for (const OnnxNode& node : graph.nodes) {
        Attention found;
        if (node.operation == "Split" && !node.inputs.empty() && findAttention(web, node, graph.opset, found))
            all.push_back(std::move(found));
    }
    std::set<const OnnxNode*> gone;
    std::map<std::string, const Attention*> made; // by what it gives
    for (const Attention& one : all) {
        gone.insert(one.nodes.begin(), one.nodes.end());
        made[one.output] = &one;
    }
    std::vector<OnnxNode> nodes;
    for (const OnnxNode& node : graph.nodes) {
        if (!gone.contains(&node)) {
            nodes.push_back(node);
        } else if (const auto found = made.find(node.hasOutput(0) ? node.outputs[0] : "");
                   found != made.end()) {
            const Attention& one = *found->second;
            nodes.push_back(
                {.name = one.name,
                 .operation = kComposedAttention,
                 .inputs = {one.input, one.kernel, one.bias, one.outputKernel, one.outputBias},
                 .outputs = {one.output},
                 .attributes = {{"heads", one.heads}, {"size", one.size}, {"causal", one.causal ? 1 : 0}},
                 .tensors = {}});
        }
    }
    graph.nodes = std::move(nodes);
}

void readAttention(Reading& reading, const OnnxNode& node) {
    Value value = reading.value(node);
    if (value.axes.rank() != 3 || !value.axes.isBatch(0))
        refuseNode(node, "what comes in is no batch of sequences.");
    reading.arranged(value, std::array{1, 2}, node);
    reading.addBehind(value, "attention",
                      {{"heads", node.integer("heads", 1)}, {"causal", node.integer("causal", 0) != 0}},
                      node);
    const std::int64_t features = value.axes.size(2, 1);
    const std::int64_t size = node.integer("size", 0);
    if (size < 1 || size > features || size * node.integer("heads", 1) != features)
        refuseNode(node, "its heads don't share out all features.");
    const auto set = [&](VariableRole role, std::size_t index, const char* what) {
        reading.set(value.layer, role, arrayOf(*reading.needConstant(node, index, what), node), node.where());
    };
    const auto setList = [&](VariableRole role, std::size_t index, std::int64_t length) {
        reading.set(value.layer, role, listOf(*reading.needConstant(node, index, "bias"), length, node),
                    node.where());
    };
    set(VariableRole::Kernel, 1, "kernel");
    setList(VariableRole::Bias, 2, 3 * features);
    set(VariableRole::OutputKernel, 3, "output kernel");
    setList(VariableRole::OutputBias, 4, features);
    value.reshaped = false;
    reading.give(node, std::move(value));
}

} // namespace protomind::onnxread
