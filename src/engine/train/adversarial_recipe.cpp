// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/adversarial_recipe.h"

#include "engine/attack/attack_loss.h"
#include "engine/attack/training_attack.h"
#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/nn/metric.h"
#include "engine/train/objective_nodes.h"

#include <algorithm>

namespace protomind {

namespace {

/// Of the random start, among those of the layers, which count from 0.
constexpr std::uint64_t kStartStream = 0xad0e0000;
/// Zhang et al., algorithm 1: the standard deviation of the start.
constexpr float kTradesStart = 0.001f;

/// Lets samples through the network as it learns.
BuiltModel throughNetwork(Graph& graph, const PhaseContext& context, std::int64_t batch, Node samples) {
    const auto input = static_cast<std::size_t>(context.model.inputLayer);
    const auto output = [&](std::size_t layer, Node node) { return layer == input ? samples : node; };
    return buildModel(graph, context.model, batch, BuildMode::Training, context.settings.seed, output);
}

/// [N, outputs]: log p of each class.
Node logProbabilities(const BuiltModel& model) {
    const std::int64_t batch = model.logits.shape()[0];
    const Node logits = reshape(model.logits, Shape{batch, model.logits.shape().elementCount() / batch});
    if (logits.shape()[1] > 1)
        return logSoftmax(logits);
    const std::array both{-softplus(logits), -softplus(-logits)};
    return concat(both, 1);
}

/// The mean over the samples of KL(p of the first || p of the second).
Node divergence(const BuiltModel& from, const BuiltModel& to) {
    const Node first = logProbabilities(from);
    const Node all = exp(first) * (first - logProbabilities(to));
    return reshape(reduceSum(all), Shape{}) / static_cast<float>(first.shape()[0]);
}

/// The attacks of a phase as nodes.
class Attacker {
public:
    Attacker(Graph& graph, const PhaseContext& context, std::int64_t batch, Node target)
        : m_graph(graph)
        , m_context(context)
        , m_training(context.settings.adversarial)
        , m_batch(batch)
        , m_target(target)
        , m_allowed{.norm = normOf(m_training), .range = context.objective.sampleRange}
        , m_epsilon(scaled(m_training.epsilon))
        , m_stepSize(scaled(stepSizeOf(m_training))) {}

    [[nodiscard]] bool isTrades() const { return m_training.method == kTradesTraining; }
    [[nodiscard]] float beta() const { return static_cast<float>(m_training.beta); }

    /// What is learned from: no gradient goes through it.
    Node attacked(Node samples) {
        Node perturbed = start(samples);
        for (std::int64_t step = 0; step < stepsOf(m_training); ++step)
            perturbed = further(samples, perturbed);
        return stopGradient(perturbed);
    }

private:
    Node scaled(double value) {
        const Node number = constant(m_graph, static_cast<float>(value));
        return m_training.rampEpochs > 0 ? number * input(m_graph, kEpsilonShare, Shape{}) : number;
    }

    Node start(Node samples) {
        const std::uint64_t seed = m_context.settings.seed;
        if (isTrades())
            return projected(samples +
                                 randomNormal(m_graph, samples.shape(), seed, kStartStream) * kTradesStart,
                             samples, m_epsilon, m_allowed);
        const Node change =
            randomPerturbation(m_graph, samples.shape(), m_allowed.norm, seed, kStartStream) * m_epsilon;
        return projected(samples + change, samples, m_epsilon, m_allowed);
    }

    Node further(Node samples, Node perturbed) {
        // A node of its own, so that the gradient is with respect to it.
        const Node from = alias(stopGradient(perturbed));
        const BuiltModel model = throughNetwork(m_graph, m_context, m_batch, from);
        const Node raised = isTrades() ? divergence(plain(samples), model) * static_cast<float>(m_batch)
                                       : reduceSum(oddsAgainst(*m_context.objective.loss, model, m_target));
        const Node direction = gradient(reshape(raised, Shape{}), {{from}}).front();
        return projected(from + m_stepSize * steepestAscent(direction, m_allowed.norm), samples, m_epsilon,
                         m_allowed);
    }

    /// The samples as they are through the network as it learns.
    const BuiltModel& plain(Node samples) {
        if (!m_plain)
            m_plain = throughNetwork(m_graph, m_context, m_batch, samples);
        return *m_plain;
    }

    Graph& m_graph;
    const PhaseContext& m_context;
    const AdversarialTraining& m_training;
    std::int64_t m_batch;
    Node m_target;
    PerturbationSet m_allowed;
    Node m_epsilon;
    Node m_stepSize;
    std::optional<BuiltModel> m_plain;
};

PhaseGraph adversarialPhase(Graph& graph, const PhaseContext& context, std::int64_t batch) {
    const Objective& objective = context.objective;
    const Node target = targetInput(graph, objective, batch);
    const Node samples = input(graph, kSamples, context.model.inputShape.prepended(batch));
    Attacker attacker(graph, context, batch, target);
    const BuiltModel attacked = throughNetwork(graph, context, batch, attacker.attacked(samples));
    PhaseGraph phase;
    BuiltModel learned = attacked;
    if (attacker.isTrades()) {
        learned = throughNetwork(graph, context, batch, samples);
        phase.loss = reshape(lossOf(*objective.loss, learned, target, objective.form), Shape{}) +
                     divergence(learned, attacked) * attacker.beta();
    } else {
        phase.loss = reshape(lossOf(*objective.loss, attacked, target, objective.form), Shape{});
    }
    addPenalties(phase, graph, context, learned);
    phase.variables = learned.variables;
    if (attacker.isTrades())
        phase.variables.insert(phase.variables.end(), attacked.variables.begin(), attacked.variables.end());
    phase.statistics = learned.updates;
    phase.figures = correctFigure(objective, learned, target);
    return phase;
}

} // namespace

TrainingRecipe adversarialRecipe(VariableChoice trains) {
    return {.phases = {{.build = adversarialPhase, .trains = std::move(trains)}}};
}

TrainingRecipe recipeOf(const TrainingSettings& settings) {
    return isOn(settings.adversarial) ? adversarialRecipe() : supervisedRecipe();
}

double epsilonShare(const AdversarialTraining& training, double done) {
    return training.rampEpochs > 0 ? std::clamp(done / training.rampEpochs, 0.0, 1.0) : 1.0;
}

Result<void> checkAdversarial(const AdversarialTraining& training, const Model& model,
                              const Objective& objective) {
    if (!isOn(training))
        return {};
    if (objective.form != TargetForm::Classes)
        return fail(ProblemKind::Request,
                    "Adversarial training hardens a network that decides among classes, and here the targets "
                    "are values.",
                    "Adversarial training", "Set it to none, or choose data with classes.");
    if (training.method == kTradesTraining && !objective.loss->givesProbabilities)
        return fail(
            ProblemKind::Request,
            sentence("TRADES compares probabilities, and the loss {} makes none.", objective.loss->title),
            "Adversarial training", "Choose cross-entropy as the loss, or another method.");
    const auto takesNumbers = std::ranges::find(model.layers, "embedding",
                                                [](const ModelLayer& layer) { return layer.type->name; });
    if (takesNumbers != model.layers.end())
        return fail(
            ProblemKind::Request,
            "The network takes words or symbols by their numbers, and between two of those is nothing "
            "that an attack could change a little.",
            Sentence::name(takesNumbers->name), "Set adversarial training to none.");
    return {};
}

} // namespace protomind
