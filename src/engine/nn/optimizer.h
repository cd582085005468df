// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/field.h"
#include "engine/nn/layer_builder.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// What an optimiser's build function sees: the learning rate, and a place to declare state and new values.
/// State is part of a checkpoint like weights are; nothing depends on the number of the step.
class OptimizerBuilder {
public:
    /// learningRate: a scalar node, usually an input, so that it may change between steps.
    OptimizerBuilder(Graph& graph, Node learningRate)
        : m_graph(graph)
        , m_learningRate(learningRate) {}

    [[nodiscard]] Graph& graph() const { return m_graph; }
    [[nodiscard]] Node learningRate() const { return m_learningRate; }

    /// Numbers kept for a weight, of its shape, called "<weight>/<name>"; first is their first value.
    Node state(const NetworkVariable& weight, const std::string& name, float first = 0.0f);
    /// The moving average of ones, 1 - decay^t after the t-th step: what a moving average that began at zero
    /// must be divided by. A scalar variable "optimizer/<name>" that all weights share; the node is its new
    /// value.
    Node averageOfOnes(const std::string& name, double decay);
    /// Replaces a variable after the step.
    void update(Node variable, Node value);

    struct Update {
        Node variable;
        Node value;
    };
    /// The state, with first values; the weights themselves are not among them.
    [[nodiscard]] const std::vector<NetworkVariable>& variables() const { return m_variables; }
    [[nodiscard]] const std::vector<Update>& updates() const { return m_updates; }

private:
    Graph& m_graph;
    Node m_learningRate;
    std::map<std::string, Node> m_averages;
    std::vector<NetworkVariable> m_variables;
    std::vector<Update> m_updates;
};

/// A way to turn gradients into new weights, declared as data and one function.
struct OptimizerType {
    std::string name;    ///< in files: "adam"
    std::string title;   ///< for a person: "Adam"
    std::string summary; ///< one or two sentences
    std::string formula; ///< TeX; \eta is the learning rate, g the gradient, w the weight
    std::vector<Field> fields;
    double defaultLearningRate = 0.001;
    /// Declares what it keeps for one weight and the weight's new value.
    void (*build)(OptimizerBuilder& builder, const Settings& settings, const NetworkVariable& weight,
                  Node gradient) = nullptr;
};

[[nodiscard]] std::span<const OptimizerType> optimizerTypes();
/// Null where there is none of that name.
[[nodiscard]] const OptimizerType* findOptimizer(const std::string& name);

/// The step for every trainable variable of a network; gradients are those of the trainable ones, in their
/// order.
void buildOptimizer(OptimizerBuilder& builder, const OptimizerType& type, const Settings& settings,
                    std::span<const NetworkVariable> variables, std::span<const Node> gradients);

} // namespace protomind
