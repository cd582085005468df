// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/graph.h"

#include <fmt/format.h>

#include <stdexcept>

namespace protomind {

Op Node::op() const {
    return m_graph->m_records[static_cast<std::size_t>(m_index)].op;
}
const Shape& Node::shape() const {
    return m_graph->m_records[static_cast<std::size_t>(m_index)].shape;
}
int Node::inputCount() const {
    return static_cast<int>(m_graph->m_records[static_cast<std::size_t>(m_index)].inputs.size());
}
Node Node::input(int which) const {
    return {*m_graph,
            m_graph->m_records[static_cast<std::size_t>(m_index)].inputs[static_cast<std::size_t>(which)]};
}
const Attributes& Node::attributes() const {
    return m_graph->m_records[static_cast<std::size_t>(m_index)].attributes;
}
const std::string& Node::scope() const {
    return *m_graph->m_records[static_cast<std::size_t>(m_index)].scope;
}

Node Graph::add(Op op, std::span<const Node> inputs, Attributes attributes) {
    const OpInfo& row = info(op);
    if (row.arity != kVariadic && static_cast<std::size_t>(row.arity) != inputs.size())
        throw std::logic_error(
            fmt::format("{}: {} inputs given, {} needed", row.name, inputs.size(), row.arity));
    std::vector<Shape> shapes;
    std::vector<int> indices;
    for (const Node node : inputs) {
        require(node && &node.graph() == this, "Graph::add: an input of another graph");
        shapes.push_back(node.shape());
        indices.push_back(node.index());
    }
    Result<Shape> shape = row.shape(shapes, attributes);
    if (!shape)
        throw std::logic_error(fmt::format("{} in {}: {}", row.name, scope(), shape.error().sentence));
    m_records.push_back({op, std::move(indices), std::move(attributes), *shape, &m_scopes.back()});
    return {*this, size() - 1};
}

void Graph::setScope(std::string name) {
    if (name != m_scopes.back())
        m_scopes.push_back(std::move(name));
}

std::string print(Graph& graph) {
    std::string text;
    for (int index = 0; index < graph.size(); ++index) {
        const Node node = graph.node(index);
        text += fmt::format("%{} = {}(", index, info(node.op()).name);
        for (int i = 0; i < node.inputCount(); ++i)
            text += fmt::format("{}%{}", i == 0 ? "" : ", ", node.input(i).index());
        text += ")";
        if (const auto* leaf = std::get_if<LeafAttributes>(&node.attributes()))
            text += fmt::format(" \"{}\"", leaf->name);
        if (const auto* constant = std::get_if<ConstantAttributes>(&node.attributes());
            constant && constant->values->size() == 1)
            text += fmt::format(" {}", constant->values->front());
        text += fmt::format(" [{}]", node.shape().text());
        if (!node.scope().empty())
            text += "  " + node.scope();
        text += "\n";
    }
    return text;
}

} // namespace protomind
