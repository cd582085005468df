// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/selection.h"

#include "desktop/document/document.h"

namespace protomind {

Selection::Selection(Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document) {
    connect(&document, &Document::changed, this, &Selection::follow);
}

std::optional<LayerId> Selection::singleLayer() const {
    return m_layers.size() == 1 && m_wires.empty() ? std::optional(*m_layers.begin()) : std::nullopt;
}

std::optional<WireId> Selection::singleWire() const {
    return m_wires.size() == 1 && m_layers.empty() ? std::optional(*m_wires.begin()) : std::nullopt;
}

void Selection::set(std::set<LayerId> layers, std::set<WireId> wires) {
    std::erase_if(layers, [this](LayerId layer) { return m_document.network().layer(layer) == nullptr; });
    std::erase_if(wires, [this](WireId wire) { return m_document.network().wire(wire) == nullptr; });
    if (layers == m_layers && wires == m_wires)
        return;
    m_layers = std::move(layers);
    m_wires = std::move(wires);
    emit changed();
}

void Selection::toggle(LayerId layer) {
    std::set<LayerId> layers = m_layers;
    if (layers.erase(layer) == 0)
        layers.insert(layer);
    set(std::move(layers), m_wires);
}

void Selection::toggle(WireId wire) {
    std::set<WireId> wires = m_wires;
    if (wires.erase(wire) == 0)
        wires.insert(wire);
    set(m_layers, std::move(wires));
}

void Selection::follow(const ChangeEvent& event) {
    std::set<LayerId> layers = m_layers;
    std::set<WireId> wires = m_wires;
    if (const auto* removed = std::get_if<LayerAboutToBeRemoved>(&event))
        layers.erase(removed->layer);
    else if (const auto* cut = std::get_if<WireAboutToBeRemoved>(&event))
        wires.erase(cut->wire);
    else if (std::holds_alternative<DocumentReplaced>(event))
        return clear();
    else
        return;
    set(std::move(layers), std::move(wires));
}

} // namespace protomind
