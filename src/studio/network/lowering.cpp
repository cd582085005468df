// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/lowering.h"

#include "studio/network/analysis.h"
#include "studio/network/settings_check.h"

#include <algorithm>
#include <map>

namespace protomind {

namespace {

/// The first problem of the analysis, where there is one.
Result<Analysis> soundAnalysis(const Network& network) {
    Analysis analysis = analyse(network);
    const auto error = std::ranges::find(analysis.problems, Severity::Error, &NetworkProblem::severity);
    if (error == analysis.problems.end())
        return analysis;
    return fail(ProblemKind::Request, error->sentence, {},
                error->fixes.empty() ? Sentence() : Sentence::row({error->fixes.front().label, "."}, ""));
}

/// The layers of one player, from the one that samples or latents come into to the one that answers.
Model modelOf(const Network& network, const Analysis& analysis, Player player) {
    const bool generator = player == Player::Generator;
    const LayerId first = generator ? analysis.players.latent : analysis.input;
    const LayerId last = generator ? analysis.players.maker : analysis.output;
    Model model;
    std::map<LayerId, int> indices;
    for (const LayerId id : analysis.order) {
        if (analysis.players.isGenerators(id) != generator)
            continue;
        const Layer& layer = *network.layer(id);
        const LayerType* type = findLayerType(layer.type);
        ModelLayer lowered{
            .name = layer.name, .type = type, .settings = declaredSettings(layer, *type), .inputs = {}};
        for (const Wire& wire : network.wiresInto(id))
            if (wire.id != analysis.players.seam)
                lowered.inputs.push_back(indices.at(wire.from));
        indices.emplace(id, static_cast<int>(model.layers.size()));
        model.layers.push_back(std::move(lowered));
    }
    model.inputLayer = indices.at(first);
    model.outputLayer = indices.at(last);
    model.inputShape = *analysis.layers.at(first).outputShape;
    model.outputShape = *analysis.layers.at(last).outputShape;
    require(model.outputLayer == static_cast<int>(model.layers.size()) - 1, "lower: the output comes last");
    return model;
}

} // namespace

Result<Model> lower(const Network& network) {
    const Result<Analysis> analysis = soundAnalysis(network);
    if (!analysis)
        return std::unexpected(analysis.error());
    return modelOf(network, *analysis, Player::Discriminator);
}

Result<PlayerModels> lowerPlayers(const Network& network) {
    const Result<Analysis> analysis = soundAnalysis(network);
    if (!analysis)
        return std::unexpected(analysis.error());
    if (!analysis->players.two())
        return fail(ProblemKind::Request, "There is no generator in this network.", {},
                    "Draw one from a Latent on, and wire its last layer into the Input.");
    return PlayerModels{.discriminator = modelOf(network, *analysis, Player::Discriminator),
                        .generator = modelOf(network, *analysis, Player::Generator)};
}

Result<TrainedModels> modelsOf(const Network& network) {
    const Result<Analysis> analysis = soundAnalysis(network);
    if (!analysis)
        return std::unexpected(analysis.error());
    TrainedModels models{.trained = modelOf(network, *analysis, Player::Discriminator), .generator = {}};
    if (analysis->players.two())
        models.generator = std::make_shared<const Model>(modelOf(network, *analysis, Player::Generator));
    return models;
}

Result<std::vector<Model>> lowerAll(const Network& network) {
    const Result<Analysis> analysis = soundAnalysis(network);
    if (!analysis)
        return std::unexpected(analysis.error());
    std::vector<Model> models{modelOf(network, *analysis, Player::Discriminator)};
    if (analysis->players.two())
        models.push_back(modelOf(network, *analysis, Player::Generator));
    return models;
}

} // namespace protomind
