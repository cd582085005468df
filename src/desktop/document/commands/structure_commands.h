// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/change_network.h"
#include "desktop/document/network_part.h"
#include "studio/network/fix.h"

#include <QCoreApplication>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace protomind {

/// A layer ready to be added: the next id, a free name, settings at their defaults.
[[nodiscard]] Layer makeLayer(const Network& network, const std::string& type, Position position);

/// Adds a layer without wires.
class AddLayer final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::AddLayer)
public:
    AddLayer(Document& document, const std::string& type, Position position);
};

/// Adds a layer behind another: wired to it, and taking over what it fed. Those in its way on the canvas give
/// way.
class AddLayerAfter final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::AddLayerAfter)
public:
    AddLayerAfter(Document& document, const std::string& type, LayerId after, Position position,
                  const std::map<LayerId, Position>& moved = {});
};

/// Puts a layer on a wire: what ran through the wire runs through the layer.
class InsertLayer final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::InsertLayer)
public:
    InsertLayer(Document& document, const std::string& type, WireId wire, Position position,
                const std::map<LayerId, Position>& moved = {});
};

/// Puts a layer that is there already, and has no wires, on a wire: it moves there, and what ran through the
/// wire runs through it.
class PutOnWire final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::PutOnWire)
public:
    PutOnWire(Document& document, LayerId layer, WireId wire, Position position,
              const std::map<LayerId, Position>& moved = {});

private:
    static QString textFor(const Document& document, LayerId layer, WireId wire);
};

/// Removes layers with their wires, and wires.
class RemoveParts final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::RemoveParts)
public:
    RemoveParts(Document& document, const std::set<LayerId>& layers, const std::set<WireId>& wires = {});

private:
    static QString textFor(const Document& document, const std::set<LayerId>& layers,
                           const std::set<WireId>& wires);
};

/// Wires the output of a layer to a port of another. checkConnection() must have agreed.
class AddWire final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::AddWire)
public:
    AddWire(Document& document, LayerId from, LayerId to, int port);
};

/// Wires each of several layers to the next. `after` comes from withChain().
class ConnectLayers final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::ConnectLayers)
public:
    ConnectLayers(Document& document, const std::vector<LayerId>& layers, const Network& after);

private:
    static QString textFor(const Document& document, const std::vector<LayerId>& layers);
};

/// Moves the end of a wire elsewhere. checkConnection() must have agreed, on the network without the wire.
class RewireWire final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::RewireWire)
public:
    RewireWire(Document& document, WireId wire, LayerId to, int port);
};

/// Does what a problem's fix says. Leaves no step where the fix no longer fits the network.
class ApplyFix final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::ApplyFix)
public:
    ApplyFix(Document& document, const Fix& fix);

private:
    void apply() override;
    void revert() override;
    void exchangeTraining();

    std::optional<TrainingSettings> m_training; ///< none where the fix is about the network alone
};

/// Adds copies of layers and of the wires between them, under new ids and free names.
class PasteLayers final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::PasteLayers)
public:
    enum class Kind { Paste, Duplicate };
    PasteLayers(Document& document, const Network& part, Position offset, Kind kind = Kind::Paste);
    /// The copies, in the order of the part's layers.
    [[nodiscard]] const std::vector<LayerId>& pasted() const { return m_ids; }

private:
    PasteLayers(Document& document, PartCopies copies, Kind kind);
    static QString textFor(const PartCopies& copies, Kind kind);

    std::vector<LayerId> m_ids;
};

} // namespace protomind
