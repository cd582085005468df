// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/rubber_band_drag.h"

#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/selection.h"

namespace protomind {

RubberBandDrag::RubberBandDrag(const Canvas& canvas, const Pointer& start)
    : m_canvas(canvas)
    , m_start(start)
    , m_layersBefore(canvas.selection.layers())
    , m_wiresBefore(canvas.selection.wires())
    , m_band(std::make_unique<QRubberBand>(QRubberBand::Rectangle, canvas.view.viewport())) {}

void RubberBandDrag::move(const Pointer& pointer) {
    m_band->setGeometry(QRect(m_start.view, pointer.view).normalized());
    m_band->show();
    const QRectF area = QRectF(m_start.scene, pointer.scene).normalized();
    std::set<LayerId> layers = m_layersBefore;
    for (const auto& [layer, item] : m_canvas.scene.layerItems()) {
        if (item->sceneBody().intersects(area))
            layers.insert(layer);
    }
    std::set<WireId> wires = m_wiresBefore;
    for (const auto& [wire, item] : m_canvas.scene.wireItems()) {
        // A level wire has a rectangle without height, which nothing contains.
        if (area.contains(item->geometry().path.boundingRect().adjusted(0, 0, 0, 0.01)))
            wires.insert(wire);
    }
    m_canvas.selection.set(std::move(layers), std::move(wires));
}

void RubberBandDrag::finish(const Pointer&) {
    m_band.reset();
}

void RubberBandDrag::cancel() {
    m_band.reset();
    m_canvas.selection.set(m_layersBefore, m_wiresBefore);
}

} // namespace protomind
