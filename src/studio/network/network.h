// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/strong_id.h"
#include "engine/nn/field.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

using LayerId = StrongId<struct LayerTag>;
using WireId = StrongId<struct WireTag>;

/// Where a card lies on the canvas, in scene units (pixels at zoom 1) of its top left corner.
struct Position {
    double x = 0;
    double y = 0;
    bool byHand = false; ///< a person put it there: arranging leaves it, unless asked
    bool operator==(const Position&) const = default;
};

/// One card: a layer of some type with its settings. The type may be unknown here (a newer file): it is kept.
struct Layer {
    LayerId id;
    std::string type; ///< a LayerType's name
    std::string name; ///< unique in its network; also the prefix of its variables
    Settings settings;
    Position position;
    nlohmann::json unknown = nlohmann::json::object(); ///< fields of the file that this version does not know
    bool operator==(const Layer&) const = default;
};

/// Carries the output of a layer into an input of another.
struct Wire {
    WireId id;
    LayerId from;
    LayerId to;
    int port =
        0; ///< which input; merging layers take any number of wires into port 0, in the order of their ids
    nlohmann::json unknown = nlohmann::json::object(); ///< fields of the file that this version does not know
    bool operator==(const Wire&) const = default;
};

/// The drawing as data: a plain value. Only commands on the undo stack change the one that is open.
/// Removing and adding back with the same ids gives an equal network: layers and wires are kept in order of
/// id.
class Network {
public:
    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    [[nodiscard]] const std::vector<Wire>& wires() const { return m_wires; }
    [[nodiscard]] const Layer* layer(LayerId id) const;
    [[nodiscard]] Layer* layer(LayerId id);
    [[nodiscard]] const Layer* layerNamed(const std::string& name) const;
    [[nodiscard]] const Wire* wire(WireId id) const;
    /// Wires into a layer by port, then id; wires out of it by id.
    [[nodiscard]] std::vector<Wire> wiresInto(LayerId id) const;
    [[nodiscard]] std::vector<Wire> wiresFrom(LayerId id) const;

    /// Ids that were never used in this network. Pure: they are used up by adding.
    [[nodiscard]] LayerId nextLayerId() const;
    [[nodiscard]] WireId nextWireId() const;
    /// "Dense", "Dense 2", ...: a name that no layer has.
    [[nodiscard]] std::string freeName(const std::string& wanted) const;

    void add(Layer layer);
    void add(Wire wire);
    /// The layer must have no wires left.
    void removeLayer(LayerId id);
    void removeWire(WireId id);

    nlohmann::json unknown = nlohmann::json::object(); ///< fields of the file that this version does not know

    bool operator==(const Network&) const = default;

private:
    std::vector<Layer> m_layers;
    std::vector<Wire> m_wires;
};

/// Whether two networks compute the same with the same weights: equal but for where the cards lie.
[[nodiscard]] bool sameStructure(const Network& a, const Network& b);

} // namespace protomind
