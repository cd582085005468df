// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/network_change.h"

namespace protomind {

namespace {

/// A layer of another type under the same id is another layer.
bool isSameLayer(const Layer* a, const Layer* b) {
    return a != nullptr && b != nullptr && a->type == b->type;
}

/// Whether a wire stays as it is: alike in both networks, and so are the layers at its ends.
bool stays(const Wire& wire, const Network& a, const Network& b) {
    const Wire* other = b.wire(wire.id);
    return other != nullptr && *other == wire && isSameLayer(a.layer(wire.from), b.layer(wire.from)) &&
           isSameLayer(a.layer(wire.to), b.layer(wire.to));
}

} // namespace

NetworkChange NetworkChange::between(const Network& before, const Network& after) {
    NetworkChange change;
    for (const Wire& wire : before.wires()) {
        if (!stays(wire, before, after))
            change.removedWires.push_back(wire);
    }
    for (const Wire& wire : after.wires()) {
        if (!stays(wire, after, before))
            change.addedWires.push_back(wire);
    }
    for (const Layer& layer : before.layers()) {
        const Layer* now = after.layer(layer.id);
        if (!isSameLayer(&layer, now))
            change.removedLayers.push_back(layer);
        else if (*now != layer)
            change.editedLayers.push_back({layer, *now});
    }
    for (const Layer& layer : after.layers()) {
        if (!isSameLayer(before.layer(layer.id), &layer))
            change.addedLayers.push_back(layer);
    }
    change.unknownBefore = before.unknown;
    change.unknownAfter = after.unknown;
    return change;
}

NetworkChange NetworkChange::reversed() const {
    NetworkChange back;
    back.removedWires = addedWires;
    back.removedLayers = addedLayers;
    for (const Edit& edit : editedLayers)
        back.editedLayers.push_back({edit.after, edit.before});
    back.addedLayers = removedLayers;
    back.addedWires = removedWires;
    back.unknownBefore = unknownAfter;
    back.unknownAfter = unknownBefore;
    return back;
}

bool NetworkChange::empty() const {
    return removedWires.empty() && removedLayers.empty() && editedLayers.empty() && addedLayers.empty() &&
           addedWires.empty() && unknownBefore == unknownAfter;
}

} // namespace protomind
