// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/last_activations.h"

#include "studio/network/settings_check.h"

#include <set>

namespace protomind {

namespace {

bool bends(const Layer& layer, const LayerType& type) {
    const ActivationSetting activation = activationSetting(layer, type);
    return activation.field != nullptr && activation.value != "linear";
}

/// Whether what the layer gives is what it got, as far as an activation before it goes.
bool letsThrough(const Layer& layer, const LayerType& type) {
    return type.passesOn || (type.category == LayerCategory::Activation && !bends(layer, type));
}

} // namespace

std::vector<LayerId> activationsBefore(const Network& network, const Analysis& analysis, LayerId layer) {
    std::vector<LayerId> found;
    std::vector<LayerId> ahead{layer};
    std::set<LayerId> seen;
    while (!ahead.empty()) {
        const LayerId next = ahead.back();
        ahead.pop_back();
        for (const Wire& wire : network.wiresInto(next)) {
            const Layer* from = network.layer(wire.from);
            if (from == nullptr || !analysis.layers.at(from->id).outputShape || !seen.insert(from->id).second)
                continue;
            const LayerType* type = findLayerType(from->type);
            if (bends(*from, *type))
                found.push_back(from->id);
            else if (letsThrough(*from, *type))
                ahead.push_back(from->id);
        }
    }
    return found;
}

std::vector<LayerId> lastActivations(const Network& network, const Analysis& analysis) {
    if (!analysis.output || !analysis.layers.at(analysis.output).outputShape)
        return {};
    const Layer& last = *network.layer(analysis.output);
    const LayerType& type = *findLayerType(last.type);
    if (bends(last, type))
        return {last.id};
    return letsThrough(last, type) ? activationsBefore(network, analysis, last.id) : std::vector<LayerId>();
}

} // namespace protomind
