// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/live/live_keys.h"

#include "desktop/document/document.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/picture_item.h"
#include "desktop/editor/live/weights_item.h"
#include "desktop/editor/network_scene.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

bool beginsNumber(const QString& text) {
    return !text.isEmpty() && (text.at(0).isDigit() || QStringLiteral("+-−.,").contains(text.at(0)));
}

WeightPlace strongest(const LayerWeights& weights) {
    const std::vector<float>& values = weights.values.values;
    const auto most = std::ranges::max_element(
        values, {}, [](float value) { return std::isfinite(value) ? std::abs(value) : 0; });
    const auto index = std::ranges::distance(values.begin(), most);
    const auto outputs = weights.values.shape[1];
    return {int(index / outputs), int(index % outputs)};
}

} // namespace

LiveKeys::LiveKeys(Document& document, NetworkScene& scene, ActivationOverlay& live, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_scene(scene)
    , m_live(live) {}

void LiveKeys::openWeights(LayerId layer) {
    const std::vector<Wire> wires = m_document.network().wiresInto(layer);
    openWeights(wires.size() == 1 ? wires.front().id : WireId());
}

void LiveKeys::openWeights(WireId wire) {
    const auto found = m_live.weights().find(wire);
    if (found == m_live.weights().end() || found->second->weights().values.values.empty()) {
        emit said(
            tr("There are no single weights to see here: they are shown between small layers, as soon as the "
               "network can run."));
        return;
    }
    m_isPicture = false;
    m_wire = wire;
    m_place = strongest(found->second->weights());
    m_live.holdWeight(m_wire, m_place);
}

void LiveKeys::openPicture(LayerId layer) {
    if (isOpen() && m_isPicture && m_layer == layer)
        return m_live.letGo();
    m_isPicture = true;
    m_layer = layer;
    m_tile = 0;
    if (tiles() > 0)
        m_live.holdTile(m_layer, m_tile);
    else
        emit said(tr("There is no picture of this layer yet: it is drawn as soon as the network can run."));
}

bool LiveKeys::isOpen() const {
    return m_live.isHolding();
}

bool LiveKeys::wants(const QKeyEvent& event) const {
    const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const bool leaves = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    const bool named = event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35;
    return isOpen() && plain && !leaves && !named;
}

void LiveKeys::press(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_live.letGo();
    case Qt::Key_Left:
        return goBy(-1, 0);
    case Qt::Key_Right:
        return goBy(1, 0);
    case Qt::Key_Up:
        return goBy(0, -1);
    case Qt::Key_Down:
        return goBy(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_isPicture ? m_live.letGo() : m_live.typeWeight({});
    default:
        if (!m_isPicture && beginsNumber(event.text()))
            m_live.typeWeight(event.text());
    }
}

/// Across: the neuron that a weight comes from. Down: the one it goes to. Both go round.
void LiveKeys::goBy(int across, int down) {
    const auto round = [](int value, int by, int count) { return (value + by + count) % count; };
    if (m_isPicture) {
        const int count = tiles();
        if (count == 0)
            return m_live.letGo();
        m_tile = round(std::min(m_tile, count - 1), across + down, count);
        return m_live.holdTile(m_layer, m_tile);
    }
    const auto found = m_live.weights().find(m_wire);
    if (found == m_live.weights().end())
        return m_live.letGo();
    const Shape& shape = found->second->weights().values.shape;
    m_place = {round(std::min(m_place.from, int(shape[0]) - 1), across, int(shape[0])),
               round(std::min(m_place.to, int(shape[1]) - 1), down, int(shape[1]))};
    m_live.holdWeight(m_wire, m_place);
}

int LiveKeys::tiles() const {
    const LayerItem* item = m_scene.layerItem(m_layer);
    const PictureItem* picture = item == nullptr ? nullptr : item->picture();
    return picture == nullptr || !picture->hasPicture() ? 0 : int(picture->layout().tiles.size());
}

} // namespace protomind
