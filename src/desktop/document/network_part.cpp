// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/network_part.h"

#include "studio/network/network_json.h"

#include <map>

namespace protomind {

Network partOf(const Network& network, const std::set<LayerId>& layers) {
    Network part;
    for (const Layer& layer : network.layers()) {
        if (layers.contains(layer.id))
            part.add(layer);
    }
    for (const Wire& wire : network.wires()) {
        if (layers.contains(wire.from) && layers.contains(wire.to))
            part.add(wire);
    }
    return part;
}

PartCopies withCopies(Network network, const Network& part, Position offset) {
    PartCopies copies;
    std::map<LayerId, LayerId> newIds;
    for (Layer layer : part.layers()) {
        const LayerId id = network.nextLayerId();
        newIds[layer.id] = id;
        copies.ids.push_back(id);
        layer.id = id;
        layer.name = network.freeName(layer.name);
        layer.position.x += offset.x;
        layer.position.y += offset.y;
        network.add(std::move(layer));
    }
    for (Wire wire : part.wires()) {
        wire.id = network.nextWireId();
        wire.from = newIds.at(wire.from);
        wire.to = newIds.at(wire.to);
        network.add(wire);
    }
    copies.network = std::move(network);
    return copies;
}

std::string clipboardText(const Network& part) {
    return toJson(part).dump(2);
}

Result<Network> partFromClipboard(std::string_view text) {
    return parseNetwork(text);
}

} // namespace protomind
