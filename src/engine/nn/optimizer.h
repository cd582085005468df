// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"
#include "engine/nn/field.h"
#include "engine/nn/layer_builder.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// What an optimiser's build function sees: the learning rate, and a place to declare state and new values.
/// State is part of a checkpoint like weights are; nothing depends on the number of the step.
class OptimizerBuilder {
public:
    /// learningRate: a scalar node, usually an input, so that it may change between steps. l1: the price of
    /// the size of decayed weights, which is no part of their gradients. owner: tells the state of several
    /// optimisers of one network apart; empty for a single one.
    OptimizerBuilder(Graph& graph, Node learningRate, double l1 = 0, const std::string& owner = {})
        : m_graph(graph)
        , m_learningRate(learningRate)
        , m_l1(l1)
        , m_prefix(owner.empty() ? owner : owner + ":") {}

    [[nodiscard]] Graph& graph() const { return m_graph; }
    [[nodiscard]] Node learningRate() const { return m_learningRate; }

    /// Numbers kept for a weight, of its shape, called "<weight>/<name>", with an owner
    /// "<weight>/<owner>:<name>"; first is their first value.
    Node state(const NetworkVariable& weight, const std::string& name, float first = 0.0f);
    /// The moving average of ones, 1 - decay^t after the t-th step: what a moving average that began at zero
    /// must be divided by. A scalar variable "optimizer/<name>" that all weights share; the node is its new
    /// value.
    Node biasCorrection(const std::string& name, double decay);
    /// Replaces a variable after the step.
    void update(Node variable, Node value);
    /// Replaces a weight after the step. Where a price is paid for its size, it is then pulled towards zero
    /// as far as a steady gradient of that price would have carried it in this step, and no farther; reach
    /// tells how far one of 1 does. So it comes to rest at exactly zero wherever the loss has less of a slope
    /// than the price, whatever the optimiser. Parikh and Boyd, "Proximal algorithms" (2014), sections 4.2
    /// and 6.5.2; for a pace of each weight's own, Duchi, Hazan and Singer, "Adaptive subgradient methods"
    /// (JMLR 2011), section 5.1.
    void replace(const NetworkVariable& weight, Node value, const std::function<Node()>& reach);
    /// decay times what it was, and the learning rate: how far a steady gradient of 1 carries a velocity. A
    /// scalar variable "optimizer/<name>" that all weights share; the node is its new value.
    Node carriedRate(const std::string& name, double decay);

    struct Update {
        Node variable;
        Node value;
    };
    /// The state, with first values; the weights themselves are not among them.
    [[nodiscard]] const std::vector<NetworkVariable>& variables() const { return m_variables; }
    [[nodiscard]] const std::vector<Update>& updates() const { return m_updates; }

private:
    [[nodiscard]] Node shared(const std::string& name, double decay, Node added);

    Graph& m_graph;
    Node m_learningRate;
    double m_l1;
    std::string m_prefix;
    std::map<std::string, Node> m_shared;
    std::vector<NetworkVariable> m_variables;
    std::vector<Update> m_updates;
};

/// What stands for a number in an optimiser's formula.
struct OptimizerTerm {
    std::string name;   ///< of a field, or of a state as build declares it
    std::string symbol; ///< TeX
    std::string title;  ///< for a person: "Velocity"
};

/// A way to turn gradients into new weights, declared as data and one function.
struct OptimizerType {
    std::string name;    ///< in files: "adam"
    std::string title;   ///< for a person: "Adam"
    std::string summary; ///< one or two sentences
    std::string formula; ///< TeX; \eta is the learning rate, g the gradient, w the weight
    std::vector<Field> fields;
    std::vector<OptimizerTerm> terms; ///< one a field and one a state, in the order of the formula
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
