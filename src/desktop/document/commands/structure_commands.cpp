// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/structure_commands.h"

#include "desktop/words/worded.h"
#include "engine/nn/layer_type.h"

namespace protomind {

namespace {

using Positions = std::map<LayerId, Position>;

/// As the window calls it.
QString titleOf(const std::string& type) {
    const LayerType* found = findLayerType(type);
    return found == nullptr ? QString::fromStdString(type) : worded(found->title);
}

QString nameIfThere(const Document& document, LayerId layer) {
    const Layer* found = document.network().layer(layer);
    return found == nullptr ? QString() : QString::fromStdString(found->name);
}

bool takesInput(const std::string& type) {
    const LayerType* found = findLayerType(type);
    return found == nullptr || found->inputs != 0;
}

void addWire(Network& network, LayerId from, LayerId to, int port) {
    network.add(Wire{network.nextWireId(), from, to, port});
}

/// The wire keeps its id, and with it its place among those into a merging layer.
void rewire(Network& network, Wire wire) {
    network.removeWire(wire.id);
    network.add(wire);
}

void move(Network& network, const Positions& positions) {
    for (const auto& [layer, position] : positions) {
        Position& place = network.layer(layer)->position; // giving way is not being placed by hand
        place.x = position.x;
        place.y = position.y;
    }
}

Network withLayer(Network network, const std::string& type, Position position) {
    network.add(makeLayer(network, type, position));
    return network;
}

Network withLayerAfter(Network network, const std::string& type, LayerId after, Position position,
                       const Positions& moved) {
    const Layer layer = makeLayer(network, type, position);
    move(network, moved);
    network.add(layer);
    if (!takesInput(type))
        return network;
    for (Wire wire : network.wiresFrom(after)) {
        wire.from = layer.id;
        rewire(network, wire);
    }
    addWire(network, after, layer.id, 0);
    return network;
}

Network withLayerOnWire(Network network, const std::string& type, WireId id, Position position,
                        const Positions& moved) {
    const Layer layer = makeLayer(network, type, position);
    Wire wire = *network.wire(id);
    const LayerId before = wire.from;
    move(network, moved);
    network.add(layer);
    if (!takesInput(type))
        return network;
    wire.from = layer.id;
    rewire(network, wire);
    addWire(network, before, layer.id, 0);
    return network;
}

Network withPutOnWire(Network network, LayerId layer, WireId id, Position position, const Positions& moved) {
    Wire wire = *network.wire(id);
    const LayerId before = wire.from;
    move(network, moved);
    network.layer(layer)->position = position;
    wire.from = layer;
    rewire(network, wire);
    addWire(network, before, layer, 0);
    return network;
}

Network withoutParts(Network network, const std::set<LayerId>& layers, const std::set<WireId>& wires) {
    const std::vector<Wire> present = network.wires();
    for (const Wire& wire : present) {
        if (wires.contains(wire.id) || layers.contains(wire.from) || layers.contains(wire.to))
            network.removeWire(wire.id);
    }
    for (const LayerId layer : layers) {
        if (network.layer(layer) != nullptr)
            network.removeLayer(layer);
    }
    return network;
}

Network withWire(Network network, LayerId from, LayerId to, int port) {
    addWire(network, from, to, port);
    return network;
}

Network withWireMoved(Network network, WireId id, LayerId to, int port) {
    Wire wire = *network.wire(id);
    wire.to = to;
    wire.port = port;
    rewire(network, wire);
    return network;
}

} // namespace

Layer makeLayer(const Network& network, const std::string& type, Position position) {
    Layer layer;
    layer.id = network.nextLayerId();
    layer.type = type;
    // A name is kept in the file, where the language of the window means nothing.
    const LayerType* found = findLayerType(type);
    layer.name = network.freeName(found == nullptr ? type : found->title);
    layer.position = position;
    return layer;
}

AddLayer::AddLayer(Document& document, const std::string& type, Position position)
    : ChangeNetwork(document, tr("Add %1 layer").arg(titleOf(type)),
                    withLayer(document.network(), type, position)) {}

AddLayerAfter::AddLayerAfter(Document& document, const std::string& type, LayerId after, Position position,
                             const Positions& moved)
    : ChangeNetwork(document, tr("Add %1 layer after %2").arg(titleOf(type), nameIfThere(document, after)),
                    withLayerAfter(document.network(), type, after, position, moved)) {}

InsertLayer::InsertLayer(Document& document, const std::string& type, WireId wire, Position position,
                         const Positions& moved)
    : ChangeNetwork(document, tr("Insert %1 layer").arg(titleOf(type)),
                    withLayerOnWire(document.network(), type, wire, position, moved)) {}

PutOnWire::PutOnWire(Document& document, LayerId layer, WireId wire, Position position,
                     const Positions& moved)
    : ChangeNetwork(document, textFor(document, layer, wire),
                    withPutOnWire(document.network(), layer, wire, position, moved)) {}

QString PutOnWire::textFor(const Document& document, LayerId layer, WireId wire) {
    const Wire* found = document.network().wire(wire);
    return tr("Put %1 between %2 and %3")
        .arg(nameIfThere(document, layer), nameIfThere(document, found->from),
             nameIfThere(document, found->to));
}

RemoveParts::RemoveParts(Document& document, const std::set<LayerId>& layers, const std::set<WireId>& wires)
    : ChangeNetwork(document, textFor(document, layers, wires),
                    withoutParts(document.network(), layers, wires)) {}

QString RemoveParts::textFor(const Document& document, const std::set<LayerId>& layers,
                             const std::set<WireId>& wires) {
    if (layers.size() == 1)
        return tr("Remove %1").arg(nameIfThere(document, *layers.begin()));
    if (!layers.empty())
        return tr("Remove %1 layers").arg(layers.size());
    const Wire* wire = wires.size() == 1 ? document.network().wire(*wires.begin()) : nullptr;
    if (wire != nullptr)
        return tr("Disconnect %1 from %2")
            .arg(nameIfThere(document, wire->from), nameIfThere(document, wire->to));
    return tr("Remove %1 wires").arg(wires.size());
}

AddWire::AddWire(Document& document, LayerId from, LayerId to, int port)
    : ChangeNetwork(document,
                    tr("Connect %1 to %2").arg(nameIfThere(document, from), nameIfThere(document, to)),
                    withWire(document.network(), from, to, port)) {}

ConnectLayers::ConnectLayers(Document& document, const std::vector<LayerId>& layers, const Network& after)
    : ChangeNetwork(document, textFor(document, layers), after) {}

QString ConnectLayers::textFor(const Document& document, const std::vector<LayerId>& layers) {
    if (layers.size() == 2)
        return tr("Connect %1 to %2").arg(nameIfThere(document, layers[0]), nameIfThere(document, layers[1]));
    return tr("Connect %1 layers").arg(layers.size());
}

RewireWire::RewireWire(Document& document, WireId wire, LayerId to, int port)
    : ChangeNetwork(document, tr("Move wire to %1").arg(nameIfThere(document, to)),
                    withWireMoved(document.network(), wire, to, port)) {}

ApplyFix::ApplyFix(Document& document, const Fix& fix)
    : ChangeNetwork(document, worded(fix.label), applyFix(document.network(), fix))
    , m_training(trainingAfter(document.experiment().training, fix)) {
    setObsolete(isObsolete() && !m_training);
}

void ApplyFix::apply() {
    exchangeTraining();
    ChangeNetwork::apply();
}

void ApplyFix::revert() {
    exchangeTraining();
    ChangeNetwork::revert();
}

void ApplyFix::exchangeTraining() {
    if (!m_training)
        return;
    std::swap(experiment().training, *m_training);
    tell(TrainingChanged{});
}

PasteLayers::PasteLayers(Document& document, const Network& part, Position offset, Kind kind)
    : PasteLayers(document, withCopies(document.network(), part, offset), kind) {}

PasteLayers::PasteLayers(Document& document, PartCopies copies, Kind kind)
    : ChangeNetwork(document, textFor(copies, kind), copies.network)
    , m_ids(std::move(copies.ids)) {}

QString PasteLayers::textFor(const PartCopies& copies, Kind kind) {
    const std::size_t count = copies.ids.size();
    if (count == 1) {
        const QString name = QString::fromStdString(copies.network.layer(copies.ids.front())->name);
        return kind == Kind::Paste ? tr("Paste %1").arg(name) : tr("Duplicate as %1").arg(name);
    }
    return kind == Kind::Paste ? tr("Paste %1 layers").arg(count) : tr("Duplicate %1 layers").arg(count);
}

} // namespace protomind
