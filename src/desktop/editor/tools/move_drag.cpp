// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/move_drag.h"

#include "desktop/document/document.h"
#include "desktop/editor/arrange/snapping.h"
#include "desktop/editor/guide_lines.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/selection.h"

#include <QApplication>

#include <cmath>

namespace protomind {

namespace {
constexpr double kSnapReach = 5; ///< pixels
}

MoveDrag::MoveDrag(const Canvas& canvas, const Pointer& start, LayerId leader)
    : m_canvas(canvas)
    , m_start(start.scene)
    , m_startInView(start.view)
    , m_modifiers(start.modifiers)
    , m_leader(leader)
    , m_gesture(newGesture()) {
    for (const LayerId layer : canvas.selection.layers())
        m_before[layer] = canvas.document.network().layer(layer)->position;
    for (const auto& [layer, item] : canvas.scene.layerItems())
        if (!m_before.contains(layer))
            m_others.push_back(item->sceneBody());
    m_loose = m_before.size() == 1 && canvas.editing.isLoose(leader);
}

void MoveDrag::move(const Pointer& pointer) {
    if (!m_moving && (pointer.view - m_startInView).manhattanLength() < QApplication::startDragDistance())
        return;
    m_moving = true;
    const QPointF place = placeFor(pointer);
    const Position& leader = m_before.at(m_leader);
    const QPointF by = place - QPointF(leader.x, leader.y);
    std::map<LayerId, Position> positions = m_before;
    if (!by.isNull())
        for (auto& [layer, position] : positions)
            position = {position.x + by.x(), position.y + by.y(), true};
    const Layer* now = m_canvas.document.network().layer(m_leader);
    if (now != nullptr && now->position != positions.at(m_leader))
        m_canvas.editing.move(positions, m_gesture);
    offerWire(pointer.scene);
}

void MoveDrag::finish(const Pointer& pointer) {
    move(pointer);
    clear();
    if (m_wire) {
        // One step from where the card lay to its place on the wire.
        const QPointF centre = m_canvas.scene.layerItem(m_leader)->sceneBody().center();
        m_canvas.editing.move(m_before, m_gesture);
        m_canvas.editing.putOnWire(m_leader, *m_wire, centre);
        return;
    }
    if (!m_moving && m_modifiers == Qt::NoModifier)
        m_canvas.selection.select(m_leader);
}

void MoveDrag::cancel() {
    clear();
    if (m_moving)
        m_canvas.editing.move(m_before, m_gesture);
}

QPointF MoveDrag::placeFor(const Pointer& pointer) {
    const Position& leader = m_before.at(m_leader);
    const QPointF wanted = QPointF(leader.x, leader.y) + pointer.scene - m_start;
    const LayerItem* card = m_canvas.scene.layerItem(m_leader);
    if (card == nullptr || pointer.modifiers.testFlag(Qt::AltModifier)) {
        m_canvas.scene.guides().setLines({});
        return {std::round(wanted.x()), std::round(wanted.y())};
    }
    const QRectF body(wanted, card->geometry().body.size());
    const Snap snap = snapped(body, m_others, kGrid, kSnapReach / m_canvas.view.zoom());
    m_canvas.scene.guides().setLines(snap.guides);
    return snap.topLeft;
}

void MoveDrag::offerWire(const QPointF& point) {
    m_wire = m_loose ? m_canvas.scene.wireNear(point) : std::nullopt;
    m_canvas.scene.setReceiving(m_wire);
    if (!m_wire)
        return m_canvas.scene.hint().silence();
    const WireItem* wire = m_canvas.scene.wireItem(*m_wire);
    m_canvas.scene.hint().say(point,
                              tr("Put %1 between %2 and %3")
                                  .arg(m_canvas.scene.layerItem(m_leader)->content().title,
                                       m_canvas.scene.layerItem(wire->from())->content().title,
                                       m_canvas.scene.layerItem(wire->to())->content().title),
                              PointerHint::Tone::Good);
}

void MoveDrag::clear() {
    m_canvas.scene.guides().setLines({});
    m_canvas.scene.setReceiving(std::nullopt);
    m_canvas.scene.hint().silence();
}

} // namespace protomind
