// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/fix_press.h"

#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/selection.h"

namespace protomind {

void FixPress::move(const Pointer& pointer) {
    const bool over = m_canvas.scene.fixAt(pointer.scene) == m_layer;
    m_canvas.scene.hoverFix(over ? m_layer : LayerId());
}

void FixPress::finish(const Pointer& pointer) {
    const bool over = m_canvas.scene.fixAt(pointer.scene) == m_layer;
    cancel();
    m_canvas.selection.select(m_layer);
    if (over)
        m_canvas.editing.applyFirstFix(m_layer);
}

void FixPress::cancel() {
    m_canvas.scene.hoverFix({});
}

} // namespace protomind
