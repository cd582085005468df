// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_query.h"

#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"
#include "engine/graph/compositions.h"
#include "engine/program/rewrite.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace protomind {

namespace {

/// [N, ...] as [N, everything else].
Node asRows(Node x) {
    const std::int64_t batch = x.shape()[0];
    return reshape(x, Shape{batch, x.shape().elementCount() / batch});
}

/// The sum of the columns (of the last axis) from first on.
Node sumOfColumn(Node x, std::int64_t column) {
    const std::int64_t width = x.shape().back(0);
    const std::int64_t rows = x.shape().elementCount() / width;
    return reduceSum(slice(reshape(x, Shape{rows, width}), {0, column}, {rows, 1}));
}

Result<void> checkLayer(const Model& model, std::size_t layer) {
    if (layer < model.layers.size())
        return {};
    return fail(ProblemKind::Request, sentence("The network has no layer number {}: they are 0 to {}.", layer,
                                               model.layers.size() - 1));
}

} // namespace

ScalarFunction logitOf(std::int64_t output) {
    return {fmt::format("logit {}", output), [output](Graph&, const BuiltModel& built) -> Result<Node> {
                const Node rows = asRows(built.logits);
                if (output < 0 || output >= rows.shape()[1])
                    return fail(ProblemKind::Request, sentence("The network has no output {}: it has {}.",
                                                               output, rows.shape()[1]));
                return sumOfColumn(rows, output);
            }};
}

ScalarFunction chosenLogits() {
    return {"chosen_logits", [](Graph& graph, const BuiltModel& built) -> Result<Node> {
                const Node rows = asRows(built.logits);
                const Node classes = input(graph, kChosenClasses, Shape{rows.shape()[0]});
                return reduceSum(rows * oneHot(classes, rows.shape()[1]));
            }};
}

ScalarFunction meanLoss(const LossType& loss, TargetForm form, std::int64_t classes,
                        const Shape& targetShape) {
    return {fmt::format("loss {} {} {} {}", loss.name, static_cast<int>(form), classes, targetShape.text()),
            [&loss, form, classes, targetShape](Graph& graph, const BuiltModel& built) -> Result<Node> {
                const std::int64_t batch = built.input.shape()[0];
                const std::int64_t outputs = built.output.shape().elementCount() / batch;
                if (auto suits = loss.check(form, classes, outputs); !suits)
                    return std::unexpected(suits.error());
                if (form == TargetForm::Values && targetShape.elementCount() != outputs)
                    return fail(ProblemKind::Request,
                                sentence("There are {} values to predict, but the last layer gives {}.",
                                         targetShape.elementCount(), outputs));
                return lossOf(loss, built, input(graph, kTargets, targetShape.prepended(batch)), form);
            }};
}

ScalarFunction layerSum(std::size_t layer, std::int64_t channel) {
    return {fmt::format("sum of layer {} {}", layer, channel),
            [layer, channel](Graph&, const BuiltModel& built) -> Result<Node> {
                if (layer >= built.layerOutputs.size())
                    return fail(ProblemKind::Request, sentence("The network has no layer number {}.", layer));
                const Node output = built.layerOutputs[layer];
                if (channel < 0)
                    return reduceSum(output);
                if (channel >= output.shape().back(0))
                    return fail(ProblemKind::Request, sentence("The layer has no channel {}: it has {}.",
                                                               channel, output.shape().back(0)));
                return sumOfColumn(output, channel);
            }};
}

std::string NetworkQuery::key() const {
    return fmt::format("{}{} {}{} of [{}] by {} [{}] [{}] from {}", outputs ? "outputs" : "",
                       logits ? "+logits" : "", fmt::join(layers, ","),
                       mode == BuildMode::Training ? "+training" : "", scalar ? scalar->key : "",
                       samplesGradient ? "samples" : "", fmt::join(layerGradients, ","),
                       fmt::join(weightGradients, "\n"), from ? std::to_string(*from) : "samples");
}

Result<Computation> computationOf(const Model& model, const NetworkQuery& query, std::int64_t batch,
                                  std::uint64_t seed) {
    for (const auto* layers : {&query.layers, &query.layerGradients}) {
        for (const std::size_t layer : *layers) {
            if (auto known = checkLayer(model, layer); !known)
                return std::unexpected(known.error());
        }
    }
    if (query.from) {
        if (auto known = checkLayer(model, *query.from); !known)
            return std::unexpected(known.error());
    }
    const bool wantsGradients =
        query.samplesGradient || !query.layerGradients.empty() || !query.weightGradients.empty();
    if (wantsGradients && !query.scalar)
        return fail(ProblemKind::Request, "A gradient is always one of some number: there is none here.");

    Computation computation;
    Graph& graph = *computation.graph;
    // A layer that passes on what it is given has a node of its own here too, so that what is asked of its
    // output isn't asked of the layer's before it.
    const auto ownNode = [&](std::size_t layer, Node output) {
        if (query.from == layer)
            return input(graph, layerOutputName(layer), output.shape());
        return alias(output);
    };
    const BuiltModel built = buildModel(graph, model, batch, query.mode, seed, ownNode);

    if (query.outputs)
        computation.outputs.push_back({kOutputs, built.output});
    if (query.logits)
        computation.outputs.push_back({kLogits, built.logits});
    for (const std::size_t layer : query.layers)
        computation.outputs.push_back({layerOutputName(layer), built.layerOutputs[layer]});
    if (query.scalar) {
        auto made = query.scalar->build(graph, built);
        if (!made)
            return std::unexpected(made.error());
        const Node scalar = reshape(*made, Shape{});
        computation.outputs.push_back({kScalar, scalar});
        std::vector<Node> targets;
        std::vector<std::string> names;
        const auto want = [&](Node target, const std::string& name) {
            targets.push_back(target);
            names.push_back(gradientName(name));
        };
        if (query.samplesGradient)
            want(built.input, kSamples);
        for (const std::size_t layer : query.layerGradients)
            want(built.layerOutputs[layer], layerOutputName(layer));
        for (const std::string& name : query.weightGradients) {
            const auto found = std::ranges::find(built.variables, name, &NetworkVariable::name);
            if (found == built.variables.end() || !found->trainable)
                return fail(ProblemKind::Request, "The network has no such weight.", Sentence::name(name));
            want(found->node, name);
        }
        if (!targets.empty()) {
            const std::vector<Node> gradients = gradient(scalar, targets);
            for (std::size_t i = 0; i < targets.size(); ++i)
                computation.outputs.push_back({names[i], gradients[i]});
        }
    }
    if (computation.outputs.empty())
        return fail(ProblemKind::Request, "Nothing is asked of the network.");
    // Without what isn't needed for it, so that nobody has to give that.
    return rewrite(computation, copyNode);
}

} // namespace protomind
