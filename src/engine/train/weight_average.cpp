// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/weight_average.h"

#include "engine/graph/build.h"

#include <algorithm>

namespace protomind {

namespace {

/// How many steps were averaged, a scalar.
Node averagedSteps(TrainingComputation& step, const std::string& phase) {
    Graph& graph = *step.computation.graph;
    const std::string name = averagedStepsName(phase);
    const Node steps = variable(graph, name, Shape{});
    step.variables.push_back({name, Shape{}, {InitialiserKind::Constant, 1, 1, 0.0f}, false});
    step.computation.updates.push_back({steps, steps + 1.0f});
    return steps;
}

} // namespace

std::string averagedStepsName(const std::string& phase) {
    return "optimizer/" + phase + ":averaged_steps";
}

std::string averageName(const std::string& variable, const std::string& phase) {
    return variable + "/" + phase + ":average";
}

void addAverages(TrainingComputation& step, std::span<const NetworkVariable> variables,
                 const TrainingPhase& phase) {
    Graph& graph = *step.computation.graph;
    const ScopeGuard scope(graph, "update");
    // Those that the network has, without the optimiser's state.
    std::vector<std::pair<const NetworkVariable*, Node>> changed;
    for (const Computation::Update& update : step.computation.updates) {
        const auto found =
            std::ranges::find(variables, update.variable.as<LeafAttributes>().name, &NetworkVariable::name);
        if (found != variables.end())
            changed.emplace_back(&*found, update.value);
    }
    const Node steps = averagedSteps(step, phase.name);
    const Node stays = minimum(steps / (steps + 10.0f), constant(graph, static_cast<float>(phase.average)));
    for (const auto& [weight, value] : changed) {
        const std::string name = averageName(weight->name, phase.name);
        const Node before = variable(graph, name, weight->node.shape());
        step.variables.push_back({name, weight->node.shape(), weight->initialiser, false});
        step.computation.updates.push_back({before, value + stays * (before - value)});
    }
}

} // namespace protomind
