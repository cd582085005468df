// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/players.h"

#include "engine/nn/layer_type.h"

#include <algorithm>

namespace protomind {

namespace {

/// What comes to each layer, by its place in layers(). What a generator makes ends at an Input.
struct Reach {
    std::vector<bool> samples;
    std::vector<bool> latents;

    Reach(const Network& network, const Topology& topology)
        : samples(network.layers().size(), false)
        , latents(network.layers().size(), false) {
        for (const std::size_t index : topology.order) {
            const Layer& layer = network.layers()[index];
            if (isInput(layer)) {
                samples[index] = true;
            } else if (isLatent(layer)) {
                latents[index] = !topology.wiresFrom[index].empty();
            } else {
                for (const std::size_t wire : topology.wiresInto[index]) {
                    const std::size_t from = topology.indexOf(network.wires()[wire].from);
                    if (topology.closesCircle[wire])
                        continue;
                    samples[index] = samples[index] || samples[from];
                    latents[index] = latents[index] || latents[from];
                }
            }
        }
    }
    [[nodiscard]] bool isGenerators(std::size_t index) const { return latents[index] && !samples[index]; }
};

} // namespace

bool isInput(const Layer& layer) {
    return layer.type == "input";
}

bool isLatent(const Layer& layer) {
    return layer.type == "latent";
}

bool Players::isGenerators(LayerId layer) const {
    return std::ranges::binary_search(generator, layer);
}

Players playersOf(const Network& network) {
    const auto isOne = [](const Layer& layer) { return isLatent(layer); };
    return std::ranges::any_of(network.layers(), isOne) ? playersOf(network, Topology(network)) : Players();
}

Players playersOf(const Network& network, const Topology& topology) {
    Players players;
    const Reach reach(network, topology);
    for (std::size_t index = 0; index < network.layers().size(); ++index) {
        const Layer& layer = network.layers()[index];
        if (reach.isGenerators(index)) {
            players.generator.push_back(layer.id);
            if (isLatent(layer) && !players.latent)
                players.latent = layer.id;
        } else if (reach.samples[index]) {
            players.discriminator.push_back(layer.id);
        }
    }
    if (!players.latent)
        return {};
    for (std::size_t number = 0; number < network.wires().size() && !players.seam; ++number) {
        const Wire& wire = network.wires()[number];
        if (wire.port != 0 || topology.closesCircle[number] || !isInput(*network.layer(wire.to)) ||
            !players.isGenerators(wire.from))
            continue;
        players.seam = wire.id;
        players.maker = wire.from;
        players.input = wire.to;
    }
    return players;
}

int portsOf(const Layer& layer, const Players& players) {
    const LayerType* type = findLayerType(layer.type);
    if (type == nullptr || type->inputs == kAnyNumberOfInputs)
        return 1;
    return isInput(layer) && players.any() ? 1 : type->inputs;
}

} // namespace protomind
