// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/connect_tool.h"

#include "desktop/editor/selection.h"
#include "desktop/editor/tools/wire_drag.h"

namespace protomind {

QCursor ConnectTool::cursorAt(const QPointF&) const {
    return Qt::CrossCursor;
}

std::unique_ptr<Drag> ConnectTool::begin(const Pointer& pointer) {
    const Hit hit = canvas().scene.hitAt(pointer.scene);
    if (const auto* port = std::get_if<PortRef>(&hit))
        return std::make_unique<WireDrag>(canvas(), *port);
    if (const auto* card = std::get_if<LayerId>(&hit))
        return std::make_unique<WireDrag>(canvas(), PortRef{*card, true, 0});
    if (const auto* wire = std::get_if<WireId>(&hit))
        canvas().selection.select(*wire);
    else
        canvas().selection.clear();
    return nullptr;
}

} // namespace protomind
