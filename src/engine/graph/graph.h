// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/op.h"

#include <deque>
#include <span>
#include <string>
#include <vector>

namespace protomind {

class Graph;

/// A small handle on one node of a graph: copy it freely; it looks, it does not own. A default-made node
/// is null.
class Node {
public:
    Node() = default;
    Node(Graph& graph, int index)
        : m_graph(&graph)
        , m_index(index) {}

    [[nodiscard]] explicit operator bool() const { return m_graph != nullptr; }
    [[nodiscard]] Graph& graph() const { return *m_graph; }
    [[nodiscard]] int index() const { return m_index; }

    [[nodiscard]] Op op() const;
    [[nodiscard]] const Shape& shape() const;
    [[nodiscard]] int inputCount() const;
    [[nodiscard]] Node input(int which) const;
    [[nodiscard]] const Attributes& attributes() const;
    template<class A>
    [[nodiscard]] const A& as() const {
        return std::get<A>(attributes());
    }
    /// The layer (or other named part) this node was built for; empty where none.
    [[nodiscard]] const std::string& scope() const;

    bool operator==(const Node&) const = default;

private:
    Graph* m_graph = nullptr;
    int m_index = -1;
};

/// What we want computed: nodes that only ever refer to earlier nodes, so their order is a valid order of
/// evaluation. A graph grows and never changes; passes build new graphs.
class Graph {
public:
    Graph() = default;
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    /// Adds a node; its shape follows from the op's shape rule. Throws std::logic_error where the rule
    /// refuses: layers check what a person gave before they build.
    Node add(Op op, std::span<const Node> inputs, Attributes attributes = {});

    [[nodiscard]] int size() const { return static_cast<int>(m_records.size()); }
    [[nodiscard]] Node node(int index) { return {*this, index}; }

    /// Nodes added while a scope is set carry its name.
    void setScope(std::string name);
    [[nodiscard]] const std::string& scope() const { return m_scopes.back(); }

private:
    friend class Node;
    struct Record {
        Op op;
        std::vector<int> inputs;
        Attributes attributes;
        Shape shape;
        const std::string* scope;
    };
    std::deque<Record> m_records;
    std::deque<std::string> m_scopes{std::string()};
};

/// Names the part of the network that nodes are built for, until it goes out of scope.
class ScopeGuard {
public:
    ScopeGuard(Graph& graph, std::string name)
        : m_graph(graph)
        , m_previous(graph.scope()) {
        graph.setScope(std::move(name));
    }
    ~ScopeGuard() { m_graph.setScope(m_previous); }
    ScopeGuard(const ScopeGuard&) = delete;
    ScopeGuard& operator=(const ScopeGuard&) = delete;

private:
    Graph& m_graph;
    std::string m_previous;
};

/// One line a node: "%7 = MatMul(%3, %5) [64 × 10]  hidden".
[[nodiscard]] std::string print(Graph& graph);

} // namespace protomind
