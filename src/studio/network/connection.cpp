// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/connection.h"

#include "engine/nn/layer_type.h"
#include "studio/network/limits.h"
#include "studio/network/players.h"
#include "studio/network/topology.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace protomind {

namespace {

bool leadsTo(const Network& network, LayerId from, LayerId to) {
    const Topology topology(network);
    const std::size_t goal = topology.indexOf(to);
    std::vector<bool> seen(network.layers().size(), false);
    std::vector<std::size_t> waiting{topology.indexOf(from)};
    while (!waiting.empty()) {
        const std::size_t layer = waiting.back();
        waiting.pop_back();
        if (layer == goal)
            return true;
        if (seen[layer])
            continue;
        seen[layer] = true;
        for (const std::size_t wire : topology.wiresFrom[layer])
            waiting.push_back(topology.indexOf(network.wires()[wire].to));
    }
    return false;
}

std::unexpected<Problem> refuse(Sentence sentence, Sentence remedy = {}) {
    return fail(ProblemKind::Request, std::move(sentence), {}, std::move(remedy));
}

/// What comes into a network comes from outside of it; but an Input may be given what a generator makes.
Result<void> checkBeginning(const Network& network, const Layer& source, const Layer& target) {
    if (isLatent(target))
        return refuse(
            sentence("{:s} is where random numbers come in, so no wire can go into it.", target.name));
    const Players players = playersOf(network);
    if (!players.any() && !isLatent(source))
        return refuse(sentence("{:s} is where the samples come in, so no wire can go into it.", target.name));
    if (!players.isGenerators(source.id) && !isLatent(source))
        return refuse(sentence("{:s} is where the samples come in: only what a generator makes of a Latent "
                               "can be wired into it.",
                               target.name));
    for (const Wire& wire : network.wiresFrom(source.id))
        return refuse(sentence("{:s} is not the end of its generator: {:s} follows.", source.name,
                               network.layer(wire.to)->name),
                      "Wire the last layer of the generator instead.");
    return {};
}

Result<void> checkPort(const Network& network, const Layer& source, const Layer& target, int port) {
    const LayerType* type = findLayerType(target.type);
    const bool begins = type != nullptr && type->inputs == 0;
    if (begins)
        if (Result<void> allowed = checkBeginning(network, source, target); !allowed)
            return allowed;
    const int ports = type == nullptr                                ? kMaxPort + 1
                      : begins || type->inputs == kAnyNumberOfInputs ? 1
                                                                     : type->inputs;
    if (port < 0 || port >= ports)
        return refuse(sentence("{:s} has no input number {}.", target.name, port + 1));
    if (type != nullptr && type->inputs == kAnyNumberOfInputs)
        return {};
    for (const Wire& wire : network.wiresInto(target.id))
        if (wire.port == port)
            return refuse(sentence("{:s} already gets its input from {:s}.", target.name,
                                   network.layer(wire.from)->name),
                          "Remove that wire first, or merge both with Add or Concatenate.");
    return {};
}

} // namespace

Result<void> checkConnection(const Network& network, LayerId from, LayerId to, int port) {
    const Layer* source = network.layer(from);
    const Layer* target = network.layer(to);
    if (source == nullptr || target == nullptr)
        return refuse("A wire needs a layer at both its ends.");
    if (from == to)
        return refuse(sentence("{:s} can't feed itself.", source->name));
    for (const Wire& wire : network.wiresFrom(from))
        if (wire.to == to && wire.port == port)
            return refuse(sentence("{:s} is already wired to {:s}.", source->name, target->name));
    if (Result<void> ports = checkPort(network, *source, *target, port); !ports)
        return ports;
    if (leadsTo(network, to, from))
        return refuse(
            sentence("This would close a circle: {:s} already leads to {:s}.", target->name, source->name));
    return {};
}

Result<Network> withChain(Network network, const std::vector<LayerId>& layers) {
    for (std::size_t index = 1; index < layers.size(); ++index) {
        const LayerId from = layers[index - 1];
        const LayerId to = layers[index];
        const std::vector<Wire> into = network.wiresInto(to);
        if (std::ranges::find(into, from, &Wire::from) != into.end())
            continue;
        const Layer* target = network.layer(to);
        const LayerType* type = target == nullptr ? nullptr : findLayerType(target->type);
        int port = 0;
        for (const Wire& wire : into) // the first that is free
            port += type != nullptr && type->inputs > 1 && wire.port == port ? 1 : 0;
        if (const Result<void> allowed = checkConnection(network, from, to, port); !allowed)
            return std::unexpected(allowed.error());
        network.add(Wire{network.nextWireId(), from, to, port});
    }
    return network;
}

} // namespace protomind
