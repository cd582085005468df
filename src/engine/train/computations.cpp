// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/computations.h"

#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/metric.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/regulariser.h"

#include <algorithm>

namespace protomind {

namespace {

Node targetInput(Graph& graph, const Objective& objective, std::int64_t batch) {
    return input(graph, kTargets, objective.targetShape.prepended(batch));
}

/// Decides from what correctCount decides from.
Node decidedClass(const BuiltModel& model, const Objective& objective) {
    return predictedClass(model.logits, decisionThreshold(*objective.loss, model));
}

/// The last layer's output, made into probabilities where only the loss knows that they are meant.
Node answers(const BuiltModel& model, const Objective& objective) {
    if (!objective.loss->givesProbabilities || model.output != model.logits)
        return model.output;
    const bool manyClasses = objective.form == TargetForm::Classes && model.output.shape().back(0) > 1;
    return manyClasses ? softmax(model.logits) : sigmoid(model.logits);
}

/// What is added to the loss: the prices of layers and of large weights. Null where there is neither.
/// l1: the price of L1, or 0 for what the optimiser goes down by its gradient. That of L1 has no slope at
/// zero: the optimiser pays it by a step of its own.
Node penaltyOf(Graph& graph, const BuiltModel& built, double l1, double l2) {
    Node sum;
    const auto add = [&sum](Node price) {
        if (price)
            sum = sum ? sum + reshape(price, Shape{}) : reshape(price, Shape{});
    };
    for (const Node price : built.penalties)
        add(price);
    add(weightPenalty(graph, built.variables, l1, l2));
    return sum;
}

void declare(TrainingComputation& step, const NetworkVariable& variable, bool ofNetwork) {
    step.variables.push_back(infoOf(variable, ofNetwork));
    if (ofNetwork && variable.trainable)
        step.parameters += variable.node.shape().elementCount();
}

} // namespace

TrainingComputation trainingStep(const Model& model, const Objective& objective,
                                 const TrainingSettings& settings, std::int64_t batch) {
    TrainingComputation step;
    Graph& graph = *step.computation.graph;
    const BuiltModel built = buildModel(graph, model, batch, BuildMode::Training, settings.seed);
    const Node target = targetInput(graph, objective, batch);
    const Node learningRate = input(graph, kLearningRate, Shape{});

    const Node loss = reshape(lossOf(*objective.loss, built, target, objective.form), Shape{});
    const Node penalty = penaltyOf(graph, built, settings.l1, settings.l2);
    const Node smoothPenalty = penaltyOf(graph, built, 0, settings.l2);
    const Node toMinimise = smoothPenalty ? loss + smoothPenalty : loss;

    std::vector<Node> weights;
    for (const NetworkVariable& variable : built.variables) {
        declare(step, variable, true);
        if (variable.trainable)
            weights.push_back(variable.node);
    }
    const std::vector<Node> gradients = gradient(toMinimise, weights);
    OptimizerBuilder optimizer(graph, learningRate, settings.l1);
    buildOptimizer(optimizer, *findOptimizer(settings.optimizer), settings.optimizerSettings, built.variables,
                   gradients);
    for (const NetworkVariable& variable : optimizer.variables())
        declare(step, variable, false);

    for (const auto& [variable, value] : optimizer.updates())
        step.computation.updates.push_back({variable, value});
    for (const auto& [variable, value] : built.updates)
        step.computation.updates.push_back({variable, value});
    step.computation.outputs.push_back({kLoss, loss});
    if (penalty)
        step.computation.outputs.push_back({kPenalty, penalty});
    if (objective.form == TargetForm::Classes)
        step.computation.outputs.push_back(
            {kCorrect, reshape(correctCount(*objective.loss, built, target), Shape{})});
    return step;
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
                        const std::vector<LayerView>& views) {
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
    if (const Node penalty = penaltyOf(graph, built, settings.l1, settings.l2)) {
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
