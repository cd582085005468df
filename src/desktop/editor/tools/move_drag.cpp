// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/move_drag.h"

#include "desktop/document/document.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/selection.h"

#include <QApplication>

namespace protomind {

MoveDrag::MoveDrag(const Canvas& canvas, const Pointer& start, LayerId leader)
    : m_canvas(canvas)
    , m_start(start.scene)
    , m_startInView(start.view)
    , m_modifiers(start.modifiers)
    , m_leader(leader)
    , m_gesture(newGesture()) {
    for (const LayerId layer : canvas.selection.layers())
        m_before[layer] = canvas.document.network().layer(layer)->position;
}

void MoveDrag::move(const Pointer& pointer) {
    if (!m_moving && (pointer.view - m_startInView).manhattanLength() < QApplication::startDragDistance())
        return;
    m_moving = true;
    const Position& leader = m_before.at(m_leader);
    const QPointF wanted = QPointF(leader.x, leader.y) + pointer.scene - m_start;
    const Position snapped = NetworkEditing::snapped(wanted);
    std::map<LayerId, Position> positions;
    for (const auto& [layer, before] : m_before)
        positions[layer] = {before.x + snapped.x - leader.x, before.y + snapped.y - leader.y};
    const Position& now = m_canvas.document.network().layer(m_leader)->position;
    if (now != snapped)
        m_canvas.editing.move(positions, m_gesture);
}

void MoveDrag::finish(const Pointer& pointer) {
    move(pointer);
    if (!m_moving && m_modifiers == Qt::NoModifier)
        m_canvas.selection.select(m_leader);
}

void MoveDrag::cancel() {
    if (m_moving)
        m_canvas.editing.move(m_before, m_gesture);
}

} // namespace protomind
