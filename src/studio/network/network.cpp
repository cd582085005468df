// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/network.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace protomind {

namespace {

/// Where an id is or belongs in a list that is kept in order of id.
template<class List, class Id>
auto placeOf(List& list, Id id) {
    return std::lower_bound(list.begin(), list.end(), id,
                            [](const auto& entry, Id wanted) { return entry.id < wanted; });
}

template<class List, class Id>
auto find(List& list, Id id) -> decltype(list.data()) {
    const auto place = placeOf(list, id);
    return place != list.end() && place->id == id ? &*place : nullptr;
}

/// "Dense 2" -> "Dense": so that a copy of Dense 2 is Dense 3, not Dense 2 2.
std::string withoutNumber(const std::string& name) {
    const std::size_t last = name.find_last_not_of("0123456789");
    if (last == std::string::npos || last == 0 || last + 1 == name.size() || name[last] != ' ')
        return name;
    return name.substr(0, last);
}

} // namespace

const Layer* Network::layer(LayerId id) const {
    return find(m_layers, id);
}
Layer* Network::layer(LayerId id) {
    return find(m_layers, id);
}
const Wire* Network::wire(WireId id) const {
    return find(m_wires, id);
}

const Layer* Network::layerNamed(const std::string& name) const {
    const auto found = std::ranges::find(m_layers, name, &Layer::name);
    return found == m_layers.end() ? nullptr : &*found;
}

std::vector<Wire> Network::wiresInto(LayerId id) const {
    std::vector<Wire> result;
    std::ranges::copy_if(m_wires, std::back_inserter(result),
                         [&](const Wire& wire) { return wire.to == id; });
    std::ranges::stable_sort(result, {}, &Wire::port);
    return result;
}

std::vector<Wire> Network::wiresFrom(LayerId id) const {
    std::vector<Wire> result;
    std::ranges::copy_if(m_wires, std::back_inserter(result),
                         [&](const Wire& wire) { return wire.from == id; });
    return result;
}

LayerId Network::nextLayerId() const {
    return LayerId{m_layers.empty() ? 1 : m_layers.back().id.value + 1};
}
WireId Network::nextWireId() const {
    return WireId{m_wires.empty() ? 1 : m_wires.back().id.value + 1};
}

std::string Network::freeName(const std::string& wanted) const {
    const std::string first = wanted.empty() ? "Layer" : wanted;
    std::unordered_set<std::string_view> taken;
    for (const Layer& layer : m_layers)
        taken.insert(layer.name);
    if (!taken.contains(first))
        return first;
    const std::string stem = withoutNumber(first);
    for (int number = 2;; ++number) {
        std::string name = stem + " " + std::to_string(number);
        if (!taken.contains(name))
            return name;
    }
}

void Network::add(Layer layer) {
    require(static_cast<bool>(layer.id), "Network: a layer needs an id");
    const auto place = placeOf(m_layers, layer.id);
    require(place == m_layers.end() || place->id != layer.id, "Network: a layer has this id already");
    m_layers.insert(place, std::move(layer));
}

void Network::add(Wire wire) {
    require(static_cast<bool>(wire.id), "Network: a wire needs an id");
    require(layer(wire.from) != nullptr && layer(wire.to) != nullptr,
            "Network: a wire needs both its layers");
    const auto place = placeOf(m_wires, wire.id);
    require(place == m_wires.end() || place->id != wire.id, "Network: a wire has this id already");
    m_wires.insert(place, std::move(wire));
}

void Network::removeLayer(LayerId id) {
    const auto place = placeOf(m_layers, id);
    require(place != m_layers.end() && place->id == id, "Network: no layer has this id");
    require(std::ranges::none_of(m_wires, [&](const Wire& wire) { return wire.from == id || wire.to == id; }),
            "Network: the layer still has wires");
    m_layers.erase(place);
}

void Network::removeWire(WireId id) {
    const auto place = placeOf(m_wires, id);
    require(place != m_wires.end() && place->id == id, "Network: no wire has this id");
    m_wires.erase(place);
}

bool sameStructure(const Network& a, const Network& b) {
    return a.wires() == b.wires() &&
           std::ranges::equal(a.layers(), b.layers(), [](const Layer& left, const Layer& right) {
               return left.id == right.id && left.type == right.type && left.name == right.name &&
                      left.settings == right.settings;
           });
}

} // namespace protomind
