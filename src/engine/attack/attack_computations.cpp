// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_computations.h"

#include "engine/attack/attack_loss.h"
#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/instance/names.h"
#include "engine/nn/metric.h"
#include "engine/program/rewrite.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace protomind {

namespace {

struct Scores {
    Computation computation;
    BuiltModel model;
    Node odds;
};

Scores scoresOf(const Model& model, const LossType& loss, std::int64_t batch, std::uint64_t seed) {
    Scores scores;
    Graph& graph = *scores.computation.graph;
    scores.model = buildModel(graph, model, batch, BuildMode::Inference, seed);
    scores.odds = oddsAgainst(loss, scores.model, input(graph, kChosenClasses, Shape{batch}));
    const std::int64_t outputs = scores.model.logits.shape().elementCount() / batch;
    scores.computation.outputs = {
        {kLogits, reshape(scores.model.logits, Shape{batch, outputs})},
        {kDecided, predictedClass(scores.model.logits, decisionThreshold(loss, scores.model))},
        {kOddsAgainst, scores.odds}};
    return scores;
}

/// No sample has an influence on another's odds, so that the gradient of their sum holds each one's own.
Node slopesOf(const Scores& scores) {
    return gradient(reshape(reduceSum(scores.odds), Shape{}), {{scores.model.input}}).front();
}

/// Dong et al., equation 6: each sample's gradient at an L1 norm of 1.
Node normalised(Node gradient) {
    std::vector<int> axes(static_cast<std::size_t>(gradient.shape().rank() - 1));
    std::iota(axes.begin(), axes.end(), 1);
    constexpr float kTiny = 1e-30f;
    return gradient / maximum(reduceSum(absolute(gradient), axes), constant(gradient.graph(), kTiny));
}

} // namespace

Result<void> checkFinite(std::span<const float> values) {
    if (std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
        return {};
    return fail(ProblemKind::Unsupported,
                "The network answers to some samples with numbers that are not finite.", {},
                "Train it anew, with a smaller learning rate.");
}

Computation attackScores(const Model& model, const LossType& loss, std::int64_t batch, std::uint64_t seed) {
    const Computation computation = scoresOf(model, loss, batch, seed).computation;
    return rewrite(computation, copyNode); // without what nothing asks for
}

Computation oddsSlopes(const Model& model, const LossType& loss, std::int64_t batch, std::uint64_t seed) {
    Scores scores = scoresOf(model, loss, batch, seed);
    scores.computation.outputs.push_back({kOddsSlope, slopesOf(scores)});
    return rewrite(scores.computation, copyNode);
}

Computation attackStep(const Model& model, const LossType& loss, std::int64_t batch, std::uint64_t seed,
                       const PerturbationSet& allowed, bool momentum) {
    Scores scores = scoresOf(model, loss, batch, seed);
    Computation& computation = scores.computation;
    Graph& graph = *computation.graph;
    const Node samples = scores.model.input;
    Node direction = slopesOf(scores);
    if (momentum) {
        direction = input(graph, kAttackMomentum, Shape{}) * input(graph, kAttackVelocity, samples.shape()) +
                    normalised(direction);
        computation.outputs.push_back({kAttackVelocity, direction});
    }
    const Node further =
        samples + input(graph, kAttackStepSize, Shape{}) * steepestAscent(direction, allowed.norm);
    computation.outputs.push_back({kAttacked, projected(further, input(graph, kOriginals, samples.shape()),
                                                        input(graph, kEpsilon, Shape{}), allowed)});
    return rewrite(computation, copyNode);
}

} // namespace protomind
