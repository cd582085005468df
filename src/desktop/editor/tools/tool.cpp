// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/tool.h"

#include "desktop/editor/network_scene.h"
#include "desktop/editor/tools/connect_tool.h"
#include "desktop/editor/tools/pan_tool.h"
#include "desktop/editor/tools/select_tool.h"

namespace protomind {

Tool::~Tool() = default;

void Tool::press(const Pointer& pointer) {
    cancel();
    m_drag = begin(pointer);
}

void Tool::move(const Pointer& pointer) {
    if (m_drag)
        m_drag->move(pointer);
    else
        hover(pointer);
}

void Tool::hover(const Pointer& pointer) {
    m_canvas.scene.hover(m_canvas.scene.hitAt(pointer.scene));
}

void Tool::release(const Pointer& pointer) {
    if (const std::unique_ptr<Drag> drag = std::move(m_drag))
        drag->finish(pointer);
}

bool Tool::cancel() {
    const std::unique_ptr<Drag> drag = std::move(m_drag);
    if (drag)
        drag->cancel();
    return drag != nullptr;
}

std::unique_ptr<Tool> makeTool(ToolKind kind, const Canvas& canvas) {
    switch (kind) {
    case ToolKind::Connect:
        return std::make_unique<ConnectTool>(canvas);
    case ToolKind::Pan:
        return std::make_unique<PanTool>(canvas);
    case ToolKind::Select:
        break;
    }
    return std::make_unique<SelectTool>(canvas);
}

} // namespace protomind
