// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/dissected_step.h"

#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"

namespace protomind {

namespace {

/// What belongs to the followed sample: [N, ...] as [1, ...].
Node rowOf(Node all, Node place) {
    return gather(all, place);
}

void tellPasses(Computation& computation, const PhaseGraph& phase, const Objective& objective, Node place) {
    const BuiltModel& model = *phase.model;
    std::vector<Node> wanted;
    std::vector<std::string> names;
    const auto want = [&](Node node, std::string name) {
        wanted.push_back(node);
        names.push_back(std::move(name));
    };
    const auto tell = [&](const std::string& name, Node all) {
        computation.outputs.push_back({name, reshape(rowOf(all, place), all.shape().without(0))});
    };
    for (std::size_t layer = 0; layer < model.layerOutputs.size(); ++layer) {
        tell(layerOutputName(layer), model.layerOutputs[layer]);
        want(model.layerOutputs[layer], gradientName(layerOutputName(layer)));
        for (std::size_t port = 0; port < model.layerInputs[layer].size(); ++port)
            want(model.layerInputs[layer][port], passedOnName(layer, port));
    }
    if (objective.loss->fromLogits && model.logits != model.output) {
        tell(kLogits, model.logits);
        want(model.logits, gradientName(kLogits));
    }
    const std::vector<Node> gradients = gradient(phase.toMinimise, wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        tell(names[i], gradients[i]);

    BuiltModel alone = model;
    alone.output = rowOf(model.output, place);
    alone.logits = rowOf(model.logits, place);
    const Node loss = lossOf(*objective.loss, alone, rowOf(phase.target, place), objective.form);
    computation.outputs.push_back({kSampleLoss, reshape(loss, Shape{})});
}

void tellWeights(Computation& computation, const BuiltStep& built) {
    std::vector<Node> weights;
    for (const NetworkVariable& variable : built.trained)
        weights.push_back(variable.node);
    const std::vector<Node> ofLoss = gradient(built.phase.loss, weights);
    for (std::size_t i = 0; i < weights.size(); ++i)
        computation.outputs.push_back({gradientName(built.trained[i].name), ofLoss[i]});
    if (!built.phase.smoothPenalty)
        return;
    const std::vector<Node> ofPenalty = gradient(built.phase.smoothPenalty, weights);
    for (std::size_t i = 0; i < weights.size(); ++i)
        computation.outputs.push_back({penaltyGradientName(built.trained[i].name), ofPenalty[i]});
}

} // namespace

std::string passedOnName(std::size_t layer, std::size_t port) {
    return layerOutputName(layer) + " passes on " + std::to_string(port);
}

std::string newValueName(const std::string& variable) {
    return "new value of " + variable;
}

Result<Computation> dissectedStep(const TrainingPhase& phase, const Model& model, const Objective& objective,
                                  const TrainingSettings& settings, std::int64_t batch) {
    BuiltStep built = buildStep(phase, model, objective, settings, batch, true);
    if (!built.phase.model)
        return fail(
            ProblemKind::Unsupported,
            "This kind of training does more than compare one answer with its target: its steps can't "
            "be taken apart.",
            Sentence::name(phase.name), "Train with samples and their targets.");
    Computation computation = std::move(built.step.computation);
    for (const Computation::Update& update : std::exchange(computation.updates, {}))
        computation.outputs.push_back(
            {newValueName(update.variable.as<LeafAttributes>().name), update.value});
    const Node place = input(*computation.graph, kPlace, Shape{1});
    tellPasses(computation, built.phase, objective, place);
    tellWeights(computation, built);
    return computation;
}

} // namespace protomind
