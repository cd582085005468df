// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/layer_variable.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace protomind {

/// A variable of a network: weights that training changes, or running statistics that the forward pass does.
struct NetworkVariable {
    std::string name; ///< "<layer>/kernel"
    Node node;
    Initialiser initialiser;
    bool trainable = true;
    bool decayed = false; ///< weight decay (L1, L2) applies: to kernels
};

enum class BuildMode {
    Training, ///< dropout drops, batch normalisation uses the batch's statistics and updates the running ones
    Inference,
};

/// What a variable is kept as in the place of "<layer>/kernel".
using VariableNaming = std::function<std::string(const std::string& name)>;

/// What a layer's build function sees: the graph, the mode, and the variables that its type declares.
class LayerBuilder {
public:
    /// firstStream: added to the streams of random numbers. naming: empty keeps the variables' own names.
    LayerBuilder(Graph& graph, BuildMode mode, std::uint64_t seed, std::uint64_t firstStream = 0,
                 VariableNaming naming = {})
        : m_graph(graph)
        , m_mode(mode)
        , m_seed(seed)
        , m_stream(firstStream)
        , m_naming(std::move(naming)) {}

    [[nodiscard]] Graph& graph() const { return m_graph; }
    [[nodiscard]] bool training() const { return m_mode == BuildMode::Training; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

    /// Begins a layer: name is the scope of its nodes, and what the names of its variables begin with.
    void beginLayer(std::string name, std::vector<LayerVariable> variables);
    /// Throws std::logic_error where a variable of the layer is missing in the graph.
    void endLayer() const;

    /// Adds the layer's next variable. Throws std::logic_error where that one has another role: a layer
    /// takes its variables in the order in which it declares them.
    Node variable(VariableRole role);
    /// Whether the layer has a variable with this role.
    [[nodiscard]] bool holds(VariableRole role) const;
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
    std::uint64_t m_stream;
    VariableNaming m_naming;
    std::string m_layer;
    std::vector<LayerVariable> m_declared; ///< of the present layer
    std::size_t m_taken = 0;               ///< of those
    std::vector<NetworkVariable> m_variables;
    std::vector<StatisticUpdate> m_updates;
    std::vector<Node> m_penalties;
};

} // namespace protomind
