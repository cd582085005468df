// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/onnx/read_web.h"

#include "studio/exchange/onnx/read_numbers.h"

#include <array>
#include <cmath>

namespace protomind::onnxread {

Web::Web(const OnnxGraph& graph)
    : m_graph(graph) {
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        for (const std::string& output : graph.nodes[i].outputs)
            m_from[output] = i;
        for (const std::string& input : graph.nodes[i].inputs)
            m_to[input].push_back(i);
    }
    m_to[graph.output].push_back(graph.nodes.size());
}

const OnnxNode* Web::from(const std::string& name, const char* operation) const {
    const auto found = m_from.find(name);
    const OnnxNode* node = found == m_from.end() ? nullptr : &m_graph.nodes[found->second];
    return node != nullptr && node->operation == operation ? node : nullptr;
}

const OnnxNode* Web::to(const std::string& name, const char* operation) const {
    const auto found = m_to.find(name);
    if (found == m_to.end() || found->second.size() != 1 || found->second[0] >= m_graph.nodes.size())
        return nullptr;
    const OnnxNode& node = m_graph.nodes[found->second[0]];
    return node.operation == operation && node.hasOutput(0) ? &node : nullptr;
}

std::size_t Web::uses(const std::string& name) const {
    const auto found = m_to.find(name);
    return found == m_to.end() ? 0 : found->second.size();
}

ConstantPtr Web::constant(const std::string& name) const {
    const auto found = m_graph.constants.find(name);
    return found == m_graph.constants.end() ? nullptr : found->second;
}

ConstantPtr Web::constantOf(const OnnxNode& node, std::string& other, std::string* name) const {
    if (node.inputs.size() != 2)
        return nullptr;
    for (const std::size_t which : std::array{std::size_t{1}, std::size_t{0}}) {
        if (ConstantPtr found = constant(node.inputs[which])) {
            other = node.inputs[1 - which];
            if (name != nullptr)
                *name = node.inputs[which];
            return found;
        }
    }
    return nullptr;
}

std::string Web::beside(const OnnxNode& node, double number) const {
    constexpr double kRounding = 1e-6;
    std::string other;
    const ConstantPtr found = constantOf(node, other);
    const auto single = found == nullptr ? std::nullopt : singleNumber(*found);
    return single && std::abs(*single - number) < kRounding ? other : std::string();
}

} // namespace protomind::onnxread
