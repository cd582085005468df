// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "desktop/editor/tools/drag.h"
#include "studio/network/network.h"

#include <map>

namespace protomind {

/// Moves the selected cards, on the grid; the one under the pointer leads. A press without a move selects
/// that one alone.
class MoveDrag final : public Drag {
public:
    MoveDrag(const Canvas& canvas, const Pointer& start, LayerId leader);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    Canvas m_canvas;
    QPointF m_start;
    QPoint m_startInView;
    Qt::KeyboardModifiers m_modifiers;
    LayerId m_leader;
    std::map<LayerId, Position> m_before;
    Gesture m_gesture;
    bool m_moving = false;
};

} // namespace protomind
