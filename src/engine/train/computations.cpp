// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/computations.h"

#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/nn/metric.h"
#include "engine/train/objective_nodes.h"
#include "engine/train/training_recipe.h"

#include <algorithm>

namespace protomind {

TrainingComputation trainingStep(const Model& model, const Objective& objective,
                                 const TrainingSettings& settings, std::int64_t batch) {
    return phaseStep(supervisedRecipe().phases.front(), model, objective, settings, batch);
}

Computation evaluation(const Model& model, const Objective& objective, const TrainingSettings& settings,
                       std::int64_t batch) {
    Computation computation;
    Graph& graph = *computation.graph;
    const BuiltModel built = buildModel(graph, model, batch, BuildMode::Inference, settings.seed);
    const Node target = targetInput(graph, objective, batch);
    computation.outputs.push_back(
        {kLoss, reshape(lossOf(*objective.loss, built, target, objective.form), Shape{})});
    if (objective.form == TargetForm::Classes) {
        computation.outputs.push_back(
            {kCorrect, reshape(correctCount(*objective.loss, built, target), Shape{})});
        computation.outputs.push_back(
            {kPredictedClass, reshape(decidedClass(built, objective), Shape{batch})});
    }
    return computation;
}

Computation prediction(const Model& model, const Objective& objective, const TrainingSettings& settings,
                       std::int64_t batch) {
    Computation computation;
    const BuiltModel built =
        buildModel(*computation.graph, model, batch, BuildMode::Inference, settings.seed);
    computation.outputs.push_back({kOutputs, answers(built, objective)});
    if (objective.form == TargetForm::Classes)
        computation.outputs.push_back(
            {kPredictedClass, reshape(decidedClass(built, objective), Shape{batch})});
    return computation;
}

Computation forwardWithActivations(const Model& model, const Objective& objective,
                                   const TrainingSettings& settings, std::int64_t batch) {
    Computation computation;
    Graph& graph = *computation.graph;
    const BuiltModel built = buildModel(graph, model, batch, BuildMode::Training, settings.seed);
    for (std::size_t layer = 0; layer < built.layerOutputs.size(); ++layer)
        computation.outputs.push_back({layerOutputName(layer), built.layerOutputs[layer]});
    const Node target = targetInput(graph, objective, batch);
    computation.outputs.push_back(
        {kLoss, reshape(lossOf(*objective.loss, built, target, objective.form), Shape{})});
    return computation;
}

Computation observation(const Model& model, const TrainingSettings& settings, std::int64_t batch,
                        const std::vector<OutputView>& views) {
    Computation computation;
    const BuiltModel built =
        buildModel(*computation.graph, model, batch, BuildMode::Inference, settings.seed);
    for (std::size_t view = 0; view < views.size(); ++view) {
        Node output = built.layerOutputs[views[view].layer];
        if (views[view].channels > 0) {
            const std::int64_t all = output.shape().back(0);
            const std::int64_t rows = output.shape().elementCount() / all;
            output =
                slice(reshape(output, Shape{rows, all}), {0, 0}, {rows, std::min(all, views[view].channels)});
            output = transpose(output, {1, 0});
        }
        computation.outputs.push_back({viewName(view), output});
    }
    return computation;
}

std::string viewName(std::size_t view) {
    return "view " + std::to_string(view);
}

Computation weightGradients(const Model& model, const Objective& objective, const TrainingSettings& settings,
                            std::int64_t batch, const std::vector<std::string>& weights) {
    Computation computation;
    Graph& graph = *computation.graph;
    const BuiltModel built = buildModel(graph, model, batch, BuildMode::Training, settings.seed);
    const Node target = targetInput(graph, objective, batch);
    const Node loss = reshape(lossOf(*objective.loss, built, target, objective.form), Shape{});
    std::vector<Node> wanted;
    for (const std::string& name : weights) {
        const auto found = std::ranges::find(built.variables, name, &NetworkVariable::name);
        require(found != built.variables.end() && found->trainable, "weightGradients: no such weight");
        wanted.push_back(found->node);
    }
    const std::vector<Node> ofLoss = gradient(loss, wanted);
    for (std::size_t i = 0; i < weights.size(); ++i)
        computation.outputs.push_back({weights[i], ofLoss[i]});
    if (const Node penalty = penaltyOf(graph, built.penalties, built.variables, settings.l1, settings.l2)) {
        const std::vector<Node> ofPenalty = gradient(penalty, wanted);
        for (std::size_t i = 0; i < weights.size(); ++i)
            computation.outputs.push_back({penaltyGradientName(weights[i]), ofPenalty[i]});
    }
    return computation;
}

std::string penaltyGradientName(const std::string& weight) {
    return weight + "/penalty";
}

} // namespace protomind
