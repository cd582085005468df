// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/fix.h"

#include "engine/nn/layer_type.h"
#include "studio/network/connection.h"
#include "studio/network/layout.h"
#include "studio/network/players.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kPitch = kCardWidth + kCardGap;

/// Collects edits and makes each at once on a copy, so that ids and names of later ones are free.
class EditList {
public:
    explicit EditList(const Network& network)
        : m_network(network) {}

    [[nodiscard]] const Network& network() const { return m_network; }
    [[nodiscard]] std::vector<NetworkEdit> take() { return std::move(m_edits); }

    void push(NetworkEdit edit) {
        applyEdit(m_network, edit);
        m_edits.push_back(std::move(edit));
    }

    LayerId addLayer(const std::string& type, Settings settings, Position position) {
        const LayerType* known = findLayerType(type);
        Layer layer{.id = m_network.nextLayerId(),
                    .type = type,
                    .name = m_network.freeName(known != nullptr ? known->title : type),
                    .settings = std::move(settings),
                    .position = position};
        const LayerId id = layer.id;
        push(AddLayerEdit{std::move(layer)});
        return id;
    }
    void addWire(WireId id, LayerId from, LayerId to, int port) {
        push(AddWireEdit{Wire{.id = id, .from = from, .to = to, .port = port}});
    }
    void addWire(LayerId from, LayerId to, int port) { addWire(m_network.nextWireId(), from, to, port); }

private:
    Network m_network;
    std::vector<NetworkEdit> m_edits;
};

/// Moves the cards of a row from x on to the right, to make room.
void makeRoom(EditList& edits, Position from, double by) {
    const std::vector<Layer> layers = edits.network().layers();
    for (const Layer& layer : layers) {
        Position place = layer.position;
        if (place.x < from.x || std::abs(place.y - from.y) >= kCardHeight)
            continue;
        place.x += by;
        edits.push(MoveLayerEdit{layer.id, place});
    }
}

/// The new layer's wire out takes over the old wire's id: merging layers read their inputs in order of ids.
void collect(EditList& edits, const Fix::InsertLayer& fix) {
    const Wire* found = edits.network().wire(fix.wire);
    if (found == nullptr)
        return;
    const Wire wire = *found;
    const Position from = edits.network().layer(wire.from)->position;
    const Position to = edits.network().layer(wire.to)->position;
    // Right behind what comes before; where the next card is in another row, at the end of this one.
    const Position wanted{from.x + kPitch, from.y};
    const bool sameRow = std::abs(to.y - from.y) < kCardHeight;
    if (sameRow && to.x > from.x && to.x < from.x + 2 * kPitch)
        makeRoom(edits, to, from.x + 2 * kPitch - to.x);
    const Position place = freePlace(edits.network(), wanted);
    edits.push(RemoveWireEdit{wire.id});
    const LayerId layer = edits.addLayer(fix.type, fix.settings, place);
    edits.addWire(wire.id, layer, wire.to, wire.port);
    edits.addWire(wire.from, layer, 0);
}

void collect(EditList& edits, const Fix::AddLayer& fix) {
    const Network& network = edits.network();
    const Layer* from = network.layer(fix.from);
    const Layer* to = network.layer(fix.to);
    if ((fix.from && from == nullptr) || (fix.to && to == nullptr))
        return;
    Position place;
    if (from != nullptr)
        place = {from->position.x + kPitch, from->position.y};
    else if (to != nullptr)
        place = {to->position.x - kPitch, to->position.y};
    else if (!network.layers().empty())
        place = {
            std::ranges::min(network.layers(), {}, [](const Layer& l) { return l.position.x; }).position.x -
                kPitch,
            0};
    place = freePlace(network, place);
    const LayerId layer = edits.addLayer(fix.type, fix.settings, place);
    if (fix.from)
        edits.addWire(fix.from, layer, 0);
    if (fix.to)
        edits.addWire(layer, fix.to, 0);
}

void collect(EditList& edits, const Fix::RemoveLayer& fix) {
    if (edits.network().layer(fix.layer) == nullptr)
        return;
    // Nothing takes an Input's place: what a generator makes goes into one alone.
    const bool bridged = !isInput(*edits.network().layer(fix.layer));
    const std::vector<Wire> into = edits.network().wiresInto(fix.layer);
    const std::vector<Wire> from = edits.network().wiresFrom(fix.layer);
    for (const Wire& wire : into)
        edits.push(RemoveWireEdit{wire.id});
    for (const Wire& wire : from)
        if (edits.network().wire(wire.id) != nullptr) // a wire to itself went with those into it
            edits.push(RemoveWireEdit{wire.id});
    edits.push(RemoveLayerEdit{fix.layer});
    if (into.size() != 1 || !bridged)
        return;
    for (const Wire& wire : from)
        if (checkConnection(edits.network(), into.front().from, wire.to, wire.port))
            edits.addWire(wire.id, into.front().from, wire.to, wire.port);
}

void collect(EditList& edits, const Fix::AddWire& fix) {
    if (checkConnection(edits.network(), fix.from, fix.to, fix.port))
        edits.addWire(fix.from, fix.to, fix.port);
}

void collect(EditList& edits, const Fix::RemoveWire& fix) {
    if (edits.network().wire(fix.wire) != nullptr)
        edits.push(RemoveWireEdit{fix.wire});
}

void collect(EditList& edits, const Fix::SetField& fix) {
    if (edits.network().layer(fix.layer) != nullptr)
        edits.push(SetFieldEdit{fix.layer, fix.field, fix.value});
}

void collect(EditList& edits, const Fix::ClearField& fix) {
    if (edits.network().layer(fix.layer) != nullptr)
        edits.push(SetFieldEdit{fix.layer, fix.field, std::nullopt});
}

void collect(EditList& edits, const Fix::RenameLayer& fix) {
    if (edits.network().layer(fix.layer) != nullptr)
        edits.push(RenameLayerEdit{fix.layer, fix.name});
}

void collect(EditList&, const Fix::SetTraining&) {}

Layer& existing(Network& network, LayerId id) {
    Layer* layer = network.layer(id);
    require(layer != nullptr, "NetworkEdit: no layer has this id");
    return *layer;
}

const Layer& existing(const Network& network, LayerId id) {
    const Layer* layer = network.layer(id);
    require(layer != nullptr, "NetworkEdit: no layer has this id");
    return *layer;
}

void apply(Network& network, const AddLayerEdit& edit) {
    network.add(edit.layer);
}
void apply(Network& network, const RemoveLayerEdit& edit) {
    network.removeLayer(edit.layer);
}
void apply(Network& network, const AddWireEdit& edit) {
    network.add(edit.wire);
}
void apply(Network& network, const RemoveWireEdit& edit) {
    network.removeWire(edit.wire);
}
void apply(Network& network, const SetFieldEdit& edit) {
    Settings& settings = existing(network, edit.layer).settings;
    if (edit.value)
        settings[edit.field] = *edit.value;
    else
        settings.erase(edit.field);
}
void apply(Network& network, const RenameLayerEdit& edit) {
    existing(network, edit.layer).name = edit.name;
}
void apply(Network& network, const MoveLayerEdit& edit) {
    existing(network, edit.layer).position = edit.position;
}

NetworkEdit opposite(const Network&, const AddLayerEdit& edit) {
    return RemoveLayerEdit{edit.layer.id};
}
NetworkEdit opposite(const Network& before, const RemoveLayerEdit& edit) {
    return AddLayerEdit{existing(before, edit.layer)};
}
NetworkEdit opposite(const Network&, const AddWireEdit& edit) {
    return RemoveWireEdit{edit.wire.id};
}
NetworkEdit opposite(const Network& before, const RemoveWireEdit& edit) {
    const Wire* wire = before.wire(edit.wire);
    require(wire != nullptr, "NetworkEdit: no wire has this id");
    return AddWireEdit{*wire};
}
NetworkEdit opposite(const Network& before, const SetFieldEdit& edit) {
    const Settings& settings = existing(before, edit.layer).settings;
    const auto value = settings.find(edit.field);
    return SetFieldEdit{edit.layer, edit.field,
                        value == settings.end() ? std::nullopt : std::optional(value->second)};
}
NetworkEdit opposite(const Network& before, const RenameLayerEdit& edit) {
    return RenameLayerEdit{edit.layer, existing(before, edit.layer).name};
}
NetworkEdit opposite(const Network& before, const MoveLayerEdit& edit) {
    return MoveLayerEdit{edit.layer, existing(before, edit.layer).position};
}

} // namespace

std::vector<NetworkEdit> fixEdits(const Network& network, const Fix& fix) {
    EditList edits(network);
    std::visit([&](const auto& action) { collect(edits, action); }, fix.action);
    return edits.take();
}

void applyEdit(Network& network, const NetworkEdit& edit) {
    std::visit([&](const auto& concrete) { apply(network, concrete); }, edit);
}

NetworkEdit oppositeEdit(const Network& before, const NetworkEdit& edit) {
    return std::visit([&](const auto& concrete) { return opposite(before, concrete); }, edit);
}

Network applyFix(Network network, const Fix& fix) {
    for (const NetworkEdit& edit : fixEdits(network, fix))
        applyEdit(network, edit);
    return network;
}

} // namespace protomind
