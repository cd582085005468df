// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/training_recipe.h"

#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/nn/metric.h"
#include "engine/nn/optimizer.h"
#include "engine/train/objective_nodes.h"
#include "engine/train/weight_average.h"

#include <algorithm>
#include <set>

namespace protomind {

namespace {

/// The most steps of a round: many more than anybody wants.
constexpr std::int64_t kMostStepsOfARound = 10000;

VariableChoice ofLayers(std::vector<std::string> layers, bool wanted) {
    return [layers = std::move(layers), wanted](const std::string& variable) {
        // A layer's name may have a "/" in it, the last part has none.
        const bool found = std::ranges::find(layers, variable.substr(0, variable.rfind('/'))) != layers.end();
        return found == wanted;
    };
}

bool trains(const VariableChoice& choice, const std::string& variable) {
    return !choice || choice(variable);
}

/// A variable that is trained, and its gradient: summed over its nodes where there are several.
struct Trained {
    std::vector<NetworkVariable> variables; ///< each name once
    std::vector<Node> gradients;            ///< of those
};

Trained gradientsOf(const PhaseGraph& built, const VariableChoice& choice) {
    std::vector<Node> nodes;
    std::vector<std::size_t> places;
    Trained trained;
    for (const NetworkVariable& variable : built.variables) {
        if (!variable.trainable || !trains(choice, variable.name))
            continue;
        const auto known = std::ranges::find(trained.variables, variable.name, &NetworkVariable::name);
        places.push_back(static_cast<std::size_t>(known - trained.variables.begin()));
        if (known == trained.variables.end())
            trained.variables.push_back(variable);
        nodes.push_back(variable.node);
    }
    const std::vector<Node> gradients = gradient(built.toMinimise, nodes);
    trained.gradients.resize(trained.variables.size());
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        Node& sum = trained.gradients[places[i]];
        sum = sum ? sum + gradients[i] : gradients[i];
    }
    return trained;
}

} // namespace

std::vector<NetworkVariable> PhaseContext::trained(std::span<const NetworkVariable> variables) const {
    std::vector<NetworkVariable> found;
    for (const NetworkVariable& variable : variables) {
        if (protomind::trains(trains, variable.name))
            found.push_back(variable);
    }
    return found;
}

VariableChoice allBut(std::vector<std::string> layers) {
    return ofLayers(std::move(layers), false);
}

VariableChoice onlyOf(std::vector<std::string> layers) {
    return ofLayers(std::move(layers), true);
}

TrainingRecipe supervisedRecipe(VariableChoice trains) {
    return {.phases = {{.build = supervisedPhase, .trains = std::move(trains)}}};
}

namespace {

BuiltModel modelOf(Graph& graph, const PhaseContext& context, std::int64_t batch) {
    ReplaceOutput ownOutput;
    ReplaceInput ownInput;
    if (context.takenApart) {
        ownOutput = [](std::size_t, Node node) { return alias(node); };
        ownInput = [](std::size_t, std::size_t, Node node) { return alias(node); };
    }
    return buildModel(graph, context.model, batch, BuildMode::Training, context.settings.seed, ownOutput,
                      ownInput);
}

} // namespace

void addPenalties(PhaseGraph& phase, Graph& graph, const PhaseContext& context, const BuiltModel& model) {
    const TrainingSettings& settings = context.settings;
    const std::vector<NetworkVariable> priced = context.trained(model.variables);
    phase.penalty = penaltyOf(graph, model.penalties, priced, settings.l1, settings.l2);
    phase.smoothPenalty = penaltyOf(graph, model.penalties, priced, 0, settings.l2);
    phase.toMinimise = phase.smoothPenalty ? phase.loss + phase.smoothPenalty : phase.loss;
}

TellFigures correctFigure(const Objective& objective, const BuiltModel& model, Node target) {
    if (objective.form != TargetForm::Classes)
        return {};
    return [&objective, model, target](std::vector<Computation::Output>& outputs) {
        outputs.push_back({kCorrect, reshape(correctCount(*objective.loss, model, target), Shape{})});
    };
}

PhaseGraph supervisedPhase(Graph& graph, const PhaseContext& context, std::int64_t batch) {
    const Objective& objective = context.objective;
    const BuiltModel built = modelOf(graph, context, batch);
    const Node target = targetInput(graph, objective, batch);
    PhaseGraph phase;
    phase.loss = reshape(lossOf(*objective.loss, built, target, objective.form), Shape{});
    addPenalties(phase, graph, context, built);
    phase.variables = built.variables;
    phase.statistics = built.updates;
    phase.figures = correctFigure(objective, built, target);
    if (context.takenApart) {
        phase.model = built;
        phase.target = target;
    }
    return phase;
}

Result<void> checkRecipe(const TrainingRecipe& recipe) {
    if (recipe.phases.empty())
        return fail(ProblemKind::Request, "A recipe for training has at least one phase.");
    if (recipe.phases.size() > kMostPhases)
        return fail(ProblemKind::Request,
                    sentence("A recipe for training has at most {} phases.", kMostPhases));
    std::set<std::string> names;
    std::int64_t steps = 0;
    for (const TrainingPhase& phase : recipe.phases) {
        if (phase.name.size() > kLongestPhaseName)
            return fail(
                ProblemKind::Request,
                sentence("The name of a phase of training has at most {} letters.", kLongestPhaseName));
        if (!names.insert(phase.name).second)
            return fail(ProblemKind::Request,
                        sentence("Two phases of training are called '{:s}'.", phase.name));
        if (phase.name.find('/') != std::string::npos)
            return fail(
                ProblemKind::Request,
                sentence("'{:s}' is no name for a phase of training: there is a / in it.", phase.name));
        if (phase.steps < 0)
            return fail(ProblemKind::Request,
                        sentence("The phase '{:s}' of training has fewer steps than none.", phase.name));
        if (phase.steps > kMostStepsOfARound - steps)
            return fail(ProblemKind::Request,
                        sentence("The phases of training have more than {} steps.", kMostStepsOfARound));
        steps += phase.steps;
        if (phase.optimizer && !findOptimizer(phase.optimizer->name))
            return fail(ProblemKind::Request,
                        sentence("There is no optimiser called '{:s}'.", phase.optimizer->name));
        require(phase.build != nullptr, "checkRecipe: a phase that builds nothing");
        require(phase.figures.size() <= kMostPhaseFigures, "checkRecipe: more figures than are kept");
    }
    if (steps == 0)
        return fail(ProblemKind::Request, "No phase of training has any steps.");
    return {};
}

std::vector<std::size_t> roundOf(const TrainingRecipe& recipe) {
    std::vector<std::size_t> round;
    for (std::size_t phase = 0; phase < recipe.phases.size(); ++phase)
        round.insert(round.end(), static_cast<std::size_t>(recipe.phases[phase].steps), phase);
    return round;
}

TrainingComputation phaseStep(const TrainingPhase& phase, const Model& model, const Objective& objective,
                              const TrainingSettings& settings, std::int64_t batch) {
    return buildStep(phase, model, objective, settings, batch).step;
}

PhaseOptimizer optimizerOf(const TrainingPhase& phase, const TrainingSettings& settings) {
    return phase.optimizer.value_or(PhaseOptimizer{settings.optimizer, settings.optimizerSettings});
}

BuiltStep buildStep(const TrainingPhase& phase, const Model& model, const Objective& objective,
                    const TrainingSettings& settings, std::int64_t batch, bool takenApart) {
    BuiltStep whole;
    TrainingComputation& step = whole.step;
    Graph& graph = *step.computation.graph;
    whole.phase = phase.build(graph,
                              {.model = model,
                               .objective = objective,
                               .settings = settings,
                               .trains = phase.trains,
                               .takenApart = takenApart},
                              batch);
    const PhaseGraph& built = whole.phase;
    Node learningRate = input(graph, kLearningRate, Shape{});
    const PhaseOptimizer optimizer = optimizerOf(phase, settings);
    if (optimizer.learningRateFactor != 1)
        learningRate = learningRate * static_cast<float>(optimizer.learningRateFactor);

    std::set<std::string> declared;
    const auto declare = [&](const NetworkVariable& variable, bool ofNetwork) {
        if (declared.insert(variable.name).second)
            step.variables.push_back(infoOf(variable, ofNetwork));
    };
    for (const NetworkVariable& variable : built.variables)
        declare(variable, true);
    const Trained trained = gradientsOf(built, phase.trains);
    for (const NetworkVariable& variable : trained.variables) {
        step.trained.push_back(variable.name);
        step.parameters += variable.node.shape().elementCount();
    }
    OptimizerBuilder builder(graph, learningRate, settings.l1, phase.name);
    buildOptimizer(builder, *findOptimizer(optimizer.name), optimizer.settings, trained.variables,
                   trained.gradients);
    for (const NetworkVariable& variable : builder.variables())
        declare(variable, false);

    for (const auto& [variable, value] : builder.updates())
        step.computation.updates.push_back({variable, value});
    std::set<std::string> updated;
    for (const auto& [variable, value] : built.statistics) {
        const std::string& name = variable.as<LeafAttributes>().name;
        if (trains(phase.trains, name) && updated.insert(name).second)
            step.computation.updates.push_back({variable, value});
    }
    if (phase.average > 0)
        addAverages(step, built.variables, phase);
    step.computation.outputs.push_back({kLoss, built.loss});
    if (built.penalty)
        step.computation.outputs.push_back({kPenalty, built.penalty});
    if (built.figures)
        built.figures(step.computation.outputs);
    whole.trained = trained.variables;
    return whole;
}

} // namespace protomind
