// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/optimizer.h"

#include "engine/graph/build.h"
#include "engine/nn/regulariser.h"

#include <algorithm>

namespace protomind {

Node OptimizerBuilder::state(const NetworkVariable& weight, const std::string& name, float first) {
    std::string fullName = weight.name + "/" + m_prefix + name;
    const Node node = variable(m_graph, fullName, weight.node.shape());
    m_variables.push_back(
        {std::move(fullName), node, {InitialiserKind::Constant, 1, 1, first}, false, false});
    return node;
}

Node OptimizerBuilder::shared(const std::string& name, double decay, Node added) {
    if (const auto known = m_shared.find(name); known != m_shared.end())
        return known->second;
    const std::string fullName = "optimizer/" + m_prefix + name;
    const Node before = variable(m_graph, fullName, Shape());
    const Node after = before * static_cast<float>(decay) + added;
    m_variables.push_back({fullName, before, {InitialiserKind::Constant, 1, 1, 0.0f}, false, false});
    update(before, after);
    m_shared[name] = after;
    return after;
}

Node OptimizerBuilder::biasCorrection(const std::string& name, double decay) {
    // As an average it keeps its precision where 1 - decay^t, computed from decay^t, would lose it.
    return shared(name, decay, constant(m_graph, static_cast<float>(1 - decay)));
}

Node OptimizerBuilder::carriedRate(const std::string& name, double decay) {
    return shared(name, decay, m_learningRate);
}

void OptimizerBuilder::update(Node variable, Node value) {
    require(variable.shape() == value.shape(), "OptimizerBuilder::update: the value has another shape");
    m_updates.push_back({variable, value});
}

void OptimizerBuilder::replace(const NetworkVariable& weight, Node value,
                               const std::function<Node()>& reach) {
    const bool priced = m_l1 != 0 && weight.decayed;
    update(weight.node, priced ? softThreshold(value, reach() * static_cast<float>(m_l1)) : value);
}

const OptimizerType* findOptimizer(const std::string& name) {
    const auto found = std::ranges::find(optimizerTypes(), name, &OptimizerType::name);
    return found == optimizerTypes().end() ? nullptr : &*found;
}

void buildOptimizer(OptimizerBuilder& builder, const OptimizerType& type, const Settings& settings,
                    std::span<const NetworkVariable> variables, std::span<const Node> gradients) {
    const ScopeGuard scope(builder.graph(), "update");
    std::size_t next = 0;
    for (const NetworkVariable& variable : variables) {
        if (!variable.trainable)
            continue;
        require(next < gradients.size(), "buildOptimizer: fewer gradients than trainable variables");
        type.build(builder, settings, variable, gradients[next++]);
    }
    require(next == gradients.size(), "buildOptimizer: more gradients than trainable variables");
}

} // namespace protomind
