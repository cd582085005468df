// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/layer_inputs.h"

#include "engine/nn/layer_type.h"
#include "studio/network/connection.h"
#include "studio/network/text_match.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

bool isMerging(const Layer& layer) {
    const LayerType* type = findLayerType(layer.type);
    return type != nullptr && type->inputs == kAnyNumberOfInputs;
}

} // namespace

std::vector<LayerId> inputsOf(const Network& network, LayerId layer) {
    std::vector<LayerId> sources;
    for (const Wire& wire : network.wiresInto(layer))
        sources.push_back(wire.from);
    return sources;
}

Result<Network> withInputs(Network network, LayerId layer, const std::vector<LayerId>& sources) {
    const Layer* target = network.layer(layer);
    require(target != nullptr, "withInputs names a layer that is not there");
    if (inputsOf(network, layer) == sources)
        return network;
    const bool merging = isMerging(*target);
    std::vector<Wire> before = network.wiresInto(layer);
    for (const Wire& wire : before)
        network.removeWire(wire.id);
    WireId last;
    for (std::size_t index = 0; index < sources.size(); ++index) {
        const int port = merging ? 0 : int(index);
        if (const Result<void> allowed = checkConnection(network, sources[index], layer, port); !allowed)
            return std::unexpected(allowed.error());
        // A merging layer reads its inputs in the order of the wires' ids.
        const auto kept = std::ranges::find_if(before, [&](const Wire& wire) {
            return wire.from == sources[index] && wire.port == port && (!merging || wire.id > last);
        });
        Wire wire{network.nextWireId(), sources[index], layer, port};
        for (const Wire& old : before)
            wire.id = std::max(wire.id, WireId{old.id.value + 1}); // ids are not used twice
        if (kept != before.end()) {
            wire = *kept;
            before.erase(kept);
        }
        last = wire.id;
        network.add(std::move(wire));
    }
    return network;
}

std::string inputsText(const Network& network, LayerId layer) {
    std::string text;
    for (const LayerId source : inputsOf(network, layer))
        text += (text.empty() ? "" : ", ") + network.layer(source)->name;
    return text;
}

Result<std::vector<LayerId>> inputsFromText(const Network& network, std::string_view text) {
    std::vector<LayerId> sources;
    for (const std::string& name : partedByCommas(text)) {
        const Layer* found = network.layerNamed(name);
        if (found == nullptr) {
            std::vector<const Layer*> alike;
            for (const Layer& layer : network.layers())
                if (sameWord(layer.name, name))
                    alike.push_back(&layer);
            if (alike.size() == 1)
                found = alike.front();
        }
        if (found == nullptr)
            return fail(ProblemKind::Request, sentence("No layer is called “{:s}”.", name));
        sources.push_back(found->id);
    }
    return sources;
}

} // namespace protomind
