// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_builder.h"

#include "engine/graph/build.h"

#include <utility>

namespace protomind {

void LayerBuilder::beginLayer(std::string name) {
    m_graph.setScope(name);
    m_layer = std::move(name);
}

Node LayerBuilder::weight(const std::string& name, const Shape& shape, InitialiserKind kind,
                          std::int64_t fanIn, std::int64_t fanOut, bool decayed) {
    const float value = kind == InitialiserKind::Normal ? kNormalDeviation : 0.0f;
    std::string fullName = m_layer + "/" + name;
    const Node node = variable(m_graph, fullName, shape);
    m_variables.push_back({std::move(fullName), node, {kind, fanIn, fanOut, value}, true, decayed});
    return node;
}

Node LayerBuilder::statistic(const std::string& name, const Shape& shape, float first) {
    std::string fullName = m_layer + "/" + name;
    const Node node = variable(m_graph, fullName, shape);
    m_variables.push_back(
        {std::move(fullName), node, {InitialiserKind::Constant, 1, 1, first}, false, false});
    return node;
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
