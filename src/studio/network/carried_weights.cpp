// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/carried_weights.h"

#include "studio/network/lowering.h"

#include <algorithm>

namespace protomind {

namespace {

std::map<std::string, LayerId> idsByName(const Network& network) {
    std::map<std::string, LayerId> ids;
    for (const Layer& layer : network.layers())
        ids.emplace(layer.name, layer.id);
    return ids;
}

} // namespace

std::optional<WeightShapes> weightShapes(const Network& network) {
    const auto models = lowerAll(network);
    if (!models)
        return std::nullopt;
    WeightShapes shapes;
    for (const Model& model : *models)
        for (const ModelVariable& variable : modelVariables(model))
            shapes.emplace(variable.name, variable.declared.shape());
    return shapes;
}

LayerRenames renamesBetween(const Network& then, const Network& now, const std::set<LayerId>& renewed) {
    LayerRenames renames;
    bool changed = false;
    for (const Layer& layer : then.layers()) {
        const Layer* same = renewed.contains(layer.id) ? nullptr : now.layer(layer.id);
        if (same != nullptr && same->type != layer.type)
            same = nullptr;
        std::string name = layer.name;
        if (same != nullptr)
            name = same->name;
        else if (now.layerNamed(layer.name) != nullptr)
            name.clear();
        changed = changed || name != layer.name;
        renames.emplace(layer.name, std::move(name));
    }
    return changed ? renames : LayerRenames();
}

std::optional<CarriedWeights> carriedWeights(const Network& network, const WeightShapes& have) {
    const auto models = lowerAll(network);
    if (!models)
        return std::nullopt;
    const std::map<std::string, LayerId> ids = idsByName(network);
    std::set<LayerId> fresh;
    std::set<LayerId> withWeights;
    for (const Model& model : *models) {
        for (const ModelVariable& variable : modelVariables(model)) {
            const LayerId id = ids.at(model.layers[variable.layer].name);
            withWeights.insert(id);
            const auto found = have.find(variable.name);
            if (found == have.end() || found->second != variable.declared.shape())
                fresh.insert(id);
        }
    }
    CarriedWeights carried;
    for (const Layer& layer : network.layers()) {
        if (withWeights.contains(layer.id))
            (fresh.contains(layer.id) ? carried.fresh : carried.kept).push_back(layer.id);
    }
    return carried;
}

} // namespace protomind
