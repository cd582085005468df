// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"

#include <QObject>

#include <optional>
#include <set>

namespace protomind {

class Document;

/// Which layers and wires are picked out: one for the canvas, the inspector and whoever else cares. Never
/// names what is no longer in the document.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(Document& document, QObject* parent = nullptr);

    [[nodiscard]] const std::set<LayerId>& layers() const { return m_layers; }
    [[nodiscard]] const std::set<WireId>& wires() const { return m_wires; }
    [[nodiscard]] bool isEmpty() const { return m_layers.empty() && m_wires.empty(); }
    [[nodiscard]] bool contains(LayerId layer) const { return m_layers.contains(layer); }
    [[nodiscard]] bool contains(WireId wire) const { return m_wires.contains(wire); }
    /// The one layer, where nothing else is selected.
    [[nodiscard]] std::optional<LayerId> singleLayer() const;
    [[nodiscard]] std::optional<WireId> singleWire() const;

    void set(std::set<LayerId> layers, std::set<WireId> wires = {});
    void select(LayerId layer) { set({layer}); }
    void select(WireId wire) { set({}, {wire}); }
    void toggle(LayerId layer);
    void toggle(WireId wire);
    void clear() { set({}); }

signals:
    void changed();

private:
    void follow(const ChangeEvent& event);

    Document& m_document;
    std::set<LayerId> m_layers;
    std::set<WireId> m_wires;
};

} // namespace protomind
