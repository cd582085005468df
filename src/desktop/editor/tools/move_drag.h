// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "desktop/editor/tools/drag.h"
#include "studio/network/network.h"

#include <QCoreApplication>
#include <QRectF>

#include <map>
#include <optional>
#include <vector>

namespace protomind {

/// Moves the selected cards: level with others where they come near, else on the grid; freely with Alt. The
/// card under the pointer leads. A card without wires, let go over a wire, is put on it. A press without a
/// move selects that card alone.
class MoveDrag final : public Drag {
    Q_DECLARE_TR_FUNCTIONS(protomind::MoveDrag)
public:
    MoveDrag(const Canvas& canvas, const Pointer& start, LayerId leader);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    [[nodiscard]] QPointF placeFor(const Pointer& pointer);
    void offerWire(const QPointF& point);
    void clear();

    Canvas m_canvas;
    QPointF m_start;
    QPoint m_startInView;
    Qt::KeyboardModifiers m_modifiers;
    LayerId m_leader;
    std::map<LayerId, Position> m_before;
    std::vector<QRectF> m_others; ///< cards that stay
    Gesture m_gesture;
    std::optional<WireId> m_wire; ///< that the card would be put on
    bool m_loose = false;         ///< a single card without wires
    bool m_moving = false;
};

} // namespace protomind
