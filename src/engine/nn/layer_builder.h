// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/initialiser.h"

#include <string>
#include <vector>

namespace protomind {

/// A variable of a network: weights that training changes, or running statistics that the forward pass does.
struct NetworkVariable {
    std::string name; ///< "<layer>/kernel"
    Node node;
    Initialiser initialiser;
    bool trainable = true;
    bool decayed = false; ///< weight decay (L1, L2) applies: kernels yes, biases and scales no
};

enum class BuildMode {
    Training, ///< dropout drops, batch normalisation uses the batch's statistics and updates the running ones
    Inference,
};

/// What a layer's build function sees: the graph, the mode, and a place to declare variables.
class LayerBuilder {
public:
    LayerBuilder(Graph& graph, BuildMode mode, std::uint64_t seed)
        : m_graph(graph)
        , m_mode(mode)
        , m_seed(seed) {}

    [[nodiscard]] Graph& graph() const { return m_graph; }
    [[nodiscard]] bool training() const { return m_mode == BuildMode::Training; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

    /// Begins a layer: prefix of its variables' names and scope of its nodes.
    void beginLayer(std::string name);

    /// Weights that training changes. fanIn and fanOut are for the initialiser.
    Node weight(const std::string& name, const Shape& shape, InitialiserKind kind, std::int64_t fanIn,
                std::int64_t fanOut, bool decayed);
    /// Numbers that training does not change by gradients (running statistics), with their first value.
    Node statistic(const std::string& name, const Shape& shape, float first);
    /// In training, replaces a statistic after each step.
    void update(Node statistic, Node value);
    /// In training, something to be made small beside the loss: one number, already weighed.
    void penalty(Node price);
    /// A stream of random numbers of this layer's own, for randomUniform.
    [[nodiscard]] std::uint64_t nextStream();

    struct StatisticUpdate {
        Node variable;
        Node value;
    };
    [[nodiscard]] const std::vector<NetworkVariable>& variables() const { return m_variables; }
    [[nodiscard]] const std::vector<StatisticUpdate>& updates() const { return m_updates; }
    [[nodiscard]] const std::vector<Node>& penalties() const { return m_penalties; }

private:
    Graph& m_graph;
    BuildMode m_mode;
    std::uint64_t m_seed;
    std::uint64_t m_stream = 0;
    std::string m_layer;
    std::vector<NetworkVariable> m_variables;
    std::vector<StatisticUpdate> m_updates;
    std::vector<Node> m_penalties;
};

} // namespace protomind
