// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_builder.h"

#include "engine/graph/build.h"

#include <utility>

namespace protomind {

void LayerBuilder::beginLayer(std::string name, std::vector<LayerVariable> variables) {
    m_graph.setScope(name);
    m_layer = std::move(name);
    m_declared = std::move(variables);
    m_taken = 0;
}

void LayerBuilder::endLayer() const {
    require(m_taken == m_declared.size(), "LayerBuilder: a layer declares a variable that it does not build");
}

Node LayerBuilder::variable(VariableRole role) {
    require(m_taken < m_declared.size() && m_declared[m_taken].role == role,
            "LayerBuilder: a layer builds a variable that it does not declare");
    const LayerVariable& declared = m_declared[m_taken++];
    std::string name = declared.nameIn(m_layer);
    if (m_naming)
        name = m_naming(name);
    const Node node = protomind::variable(m_graph, name, declared.shape());
    m_variables.push_back(
        {std::move(name), node, declared.initialiser, declared.trainable, isKernel(declared.role)});
    return node;
}

bool LayerBuilder::holds(VariableRole role) const {
    return findVariable(m_declared, role) != nullptr;
}

void LayerBuilder::update(Node statistic, Node value) {
    require(statistic.shape() == value.shape(), "LayerBuilder::update: the value has another shape");
    if (training())
        m_updates.push_back({statistic, value});
}

void LayerBuilder::penalty(Node price) {
    require(price.shape().elementCount() == 1, "LayerBuilder::penalty: a price is one number");
    if (training())
        m_penalties.push_back(price);
}

std::uint64_t LayerBuilder::nextStream() {
    // Far from the streams of first weights, which are counted from zero with the same seed; twice as far
    // still fits into the 32 bits that the generator has for a stream.
    constexpr std::uint64_t kFirstStream = std::uint64_t{1} << 30;
    return kFirstStream + m_stream++;
}

} // namespace protomind
