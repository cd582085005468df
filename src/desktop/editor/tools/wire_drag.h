// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/network_scene.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/tools/drag.h"
#include "studio/network/network.h"

#include <QCoreApplication>

namespace protomind {

/// Draws a wire from a port. From an input that has a wire it takes that wire's end: let go over another
/// input to move it there, over nothing to remove it. Says all the while what letting go would do, or why it
/// would not.
class WireDrag final : public Drag {
    Q_DECLARE_TR_FUNCTIONS(protomind::WireDrag)
public:
    WireDrag(const Canvas& canvas, const PortRef& start);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    struct Aim {
        bool accepted = false;
        LayerId from;
        LayerId to;
        int port = 0;
        QString sentence;
        PointerHint::Tone tone = PointerHint::Tone::Plain;
    };

    [[nodiscard]] std::optional<PortRef> otherEndAt(const QPointF& point) const;
    [[nodiscard]] int freePort(LayerId layer) const;
    [[nodiscard]] Aim aimAt(const PortRef& end) const;
    void warnOfMismatch(Aim& aim) const;
    void show(const QPointF& point, const std::optional<PortRef>& end, const Aim& aim);
    void clear();

    Canvas m_canvas;
    PortRef m_start;             ///< the end that stays
    std::optional<Wire> m_taken; ///< the wire whose end is dragged
    Network m_base;              ///< the network without it
    std::optional<PortRef> m_end;
    Aim m_aim;
    bool m_moved = false;
};

} // namespace protomind
