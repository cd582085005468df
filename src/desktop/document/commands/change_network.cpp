// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/change_network.h"

namespace protomind {

ChangeNetwork::ChangeNetwork(Document& document, const QString& text, const Network& after,
                             WeightEffect effect)
    : DocumentCommand(document, text, effect)
    , m_change(NetworkChange::between(document.network(), after)) {
    setObsolete(m_change.empty());
}

void ChangeNetwork::make(const NetworkChange& change) {
    Network& network = experiment().network;
    for (const Wire& wire : change.removedWires) {
        tell(WireAboutToBeRemoved{wire.id});
        network.removeWire(wire.id);
    }
    for (const Layer& layer : change.removedLayers) {
        tell(LayerAboutToBeRemoved{layer.id});
        network.removeLayer(layer.id);
    }
    for (const NetworkChange::Edit& edit : change.editedLayers) {
        *network.layer(edit.after.id) = edit.after;
        tell(LayerChanged{edit.after.id});
        if (edit.before.position != edit.after.position)
            tell(LayerMoved{edit.after.id});
    }
    for (const Layer& layer : change.addedLayers) {
        network.add(layer);
        tell(LayerAdded{layer.id});
    }
    for (const Wire& wire : change.addedWires) {
        network.add(wire);
        tell(WireAdded{wire.id});
    }
    network.unknown = change.unknownAfter;
    analyseAgain();
}

} // namespace protomind
