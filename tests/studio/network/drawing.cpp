// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/drawing.h"

#include "engine/nn/layer_type.h"

#include <algorithm>

namespace protomind {

namespace {

template<class T>
const T& oneOf(const std::vector<T>& values, RandomStream& random) {
    return values[random.below(values.size())];
}

FieldValue randomValue(RandomStream& random) {
    switch (random.below(5)) {
    case 0:
        return static_cast<std::int64_t>(random.below(1000)) - 100;
    case 1:
        return static_cast<double>(random.normal());
    case 2:
        return random.below(2) == 0;
    case 3:
        return oneOf<std::string>({"relu", "same", "valid", "", "\"quoted\" \\ größe ≤ 5\n"}, random);
    default:
        return std::vector<std::int64_t>(random.below(5), static_cast<std::int64_t>(random.below(30)));
    }
}

std::string randomType(RandomStream& random) {
    if (random.below(8) == 0)
        return "attention_of_tomorrow";
    return layerTypes()[random.below(layerTypes().size())].name;
}

Settings randomSettings(const std::string& type, RandomStream& random) {
    Settings settings;
    if (const LayerType* known = findLayerType(type))
        for (const Field& field : known->fields)
            if (random.below(3) == 0)
                settings[field.name] = random.below(2) == 0 ? field.defaultValue : randomValue(random);
    if (random.below(6) == 0)
        settings["setting_of_tomorrow"] = randomValue(random);
    return settings;
}

nlohmann::json randomUnknown(RandomStream& random) {
    nlohmann::json unknown = nlohmann::json::object();
    if (random.below(3) == 0)
        unknown["note"] = {{"text", "für später"}, {"list", {1, 2.5, nullptr, true}}};
    return unknown;
}

} // namespace

LayerId TestDrawing::put(const std::string& type, Settings settings, std::initializer_list<LayerId> from,
                         const std::string& name) {
    const LayerId id = network.nextLayerId();
    const std::string letter(1, static_cast<char>('a' + static_cast<char>((id.value - 1) % 26)));
    network.add(Layer{.id = id,
                      .type = type,
                      .name = name.empty() ? network.freeName(letter) : name,
                      .settings = std::move(settings),
                      .position = {250.0 * static_cast<double>(id.value), 0}});
    for (const LayerId source : from)
        join(source, id);
    return id;
}

WireId TestDrawing::join(LayerId from, LayerId to, int port) {
    const WireId id = network.nextWireId();
    network.add(Wire{.id = id, .from = from, .to = to, .port = port});
    return id;
}

Network randomDrawing(RandomStream& random) {
    Network network;
    network.unknown = randomUnknown(random);
    const std::size_t layers = random.below(12);
    for (std::size_t count = 0; count < layers; ++count) {
        const std::string type = randomType(random);
        network.add(Layer{.id = LayerId{network.nextLayerId().value + random.below(3)},
                          .type = type,
                          .name = random.below(10) == 0 ? "same" : network.freeName("layer"),
                          .settings = randomSettings(type, random),
                          .position = {random.normal() * 1000.0, static_cast<double>(random.below(100)),
                                       random.below(2) == 0},
                          .unknown = randomUnknown(random)});
    }
    const std::size_t wires = layers == 0 ? 0 : random.below(2 * layers);
    for (std::size_t count = 0; count < wires; ++count)
        network.add(Wire{.id = WireId{network.nextWireId().value + random.below(3)},
                         .from = oneOf(network.layers(), random).id,
                         .to = oneOf(network.layers(), random).id,
                         .port = static_cast<int>(random.below(8) / 7),
                         .unknown = randomUnknown(random)});
    const auto input = std::ranges::find(network.layers(), "input", &Layer::type);
    if (input != network.layers().end() && random.below(2) == 0) { // a generator for it
        const LayerId to = input->id;
        const LayerId latent = network.nextLayerId();
        network.add(Layer{.id = latent,
                          .type = "latent",
                          .name = network.freeName("layer"),
                          .settings = randomSettings("latent", random),
                          .position = {}});
        network.add(Wire{.id = network.nextWireId(), .from = latent, .to = to, .port = 0});
    }
    return network;
}

std::vector<NetworkEdit> randomEdits(const Network& network, RandomStream& random) {
    if (network.layers().empty() || random.below(5) == 0) {
        const std::string type = randomType(random);
        return {AddLayerEdit{Layer{.id = network.nextLayerId(),
                                   .type = type,
                                   .name = network.freeName(type),
                                   .settings = randomSettings(type, random),
                                   .position = {}}}};
    }
    const Layer& layer = oneOf(network.layers(), random);
    switch (random.below(6)) {
    case 0:
        return {AddWireEdit{Wire{.id = network.nextWireId(),
                                 .from = layer.id,
                                 .to = oneOf(network.layers(), random).id,
                                 .port = 0}}};
    case 1:
        if (!network.wires().empty())
            return {RemoveWireEdit{oneOf(network.wires(), random).id}};
        [[fallthrough]];
    case 2:
        return fixEdits(network, {"", Fix::RemoveLayer{layer.id}});
    case 3:
        return {SetFieldEdit{layer.id, oneOf<std::string>({"units", "kernel", "x"}, random),
                             random.below(3) == 0 ? std::nullopt : std::optional(randomValue(random))}};
    case 4:
        return {RenameLayerEdit{layer.id, network.freeName("renamed")}};
    default:
        return {MoveLayerEdit{layer.id, {random.normal(), random.normal()}}};
    }
}

std::vector<NetworkProblem> problemsOf(const Analysis& analysis, NetworkProblemKind kind) {
    std::vector<NetworkProblem> found;
    std::ranges::copy_if(analysis.problems, std::back_inserter(found),
                         [&](const NetworkProblem& problem) { return problem.kind == kind; });
    return found;
}

} // namespace protomind
