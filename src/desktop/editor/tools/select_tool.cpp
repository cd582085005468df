// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/select_tool.h"

#include "desktop/editor/network_scene.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/tools/fix_press.h"
#include "desktop/editor/tools/move_drag.h"
#include "desktop/editor/tools/rubber_band_drag.h"
#include "desktop/editor/tools/wire_drag.h"

namespace protomind {

namespace {

bool extends(const Pointer& pointer) {
    return pointer.modifiers.testFlag(Qt::ShiftModifier) || pointer.modifiers.testFlag(Qt::ControlModifier);
}

} // namespace

void SelectTool::hover(const Pointer& pointer) {
    Tool::hover(pointer);
    canvas().scene.hoverFix(canvas().scene.fixAt(pointer.scene));
}

QCursor SelectTool::cursorAt(const QPointF& scenePoint) const {
    if (canvas().scene.fixAt(scenePoint) && !isBusy())
        return Qt::PointingHandCursor;
    const Hit hit = canvas().scene.hitAt(scenePoint);
    if (std::holds_alternative<PortRef>(hit))
        return Qt::CrossCursor;
    if (std::holds_alternative<LayerId>(hit))
        return isBusy() ? Qt::ClosedHandCursor : Qt::SizeAllCursor;
    return std::holds_alternative<WireId>(hit) ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

std::unique_ptr<Drag> SelectTool::begin(const Pointer& pointer) {
    Selection& selection = canvas().selection;
    if (const LayerId fix = canvas().scene.fixAt(pointer.scene); fix && !extends(pointer))
        return std::make_unique<FixPress>(canvas(), fix);
    const Hit hit = canvas().scene.hitAt(pointer.scene);
    if (const auto* port = std::get_if<PortRef>(&hit))
        return std::make_unique<WireDrag>(canvas(), *port);
    if (const auto* wire = std::get_if<WireId>(&hit)) {
        extends(pointer) ? selection.toggle(*wire) : selection.select(*wire);
        return nullptr;
    }
    const auto* card = std::get_if<LayerId>(&hit);
    if (card == nullptr) {
        if (!extends(pointer))
            selection.clear();
        return std::make_unique<RubberBandDrag>(canvas(), pointer);
    }
    if (extends(pointer))
        selection.toggle(*card);
    else if (!selection.contains(*card))
        selection.select(*card);
    return selection.contains(*card) ? std::make_unique<MoveDrag>(canvas(), pointer, *card) : nullptr;
}

} // namespace protomind
