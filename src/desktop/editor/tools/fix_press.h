// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/tools/drag.h"
#include "studio/network/network.h"

namespace protomind {

/// A press on the button of a card's problem: let go over it, the fix is done; elsewhere, nothing is.
class FixPress final : public Drag {
public:
    FixPress(const Canvas& canvas, LayerId layer)
        : m_canvas(canvas)
        , m_layer(layer) {}

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    Canvas m_canvas;
    LayerId m_layer;
};

} // namespace protomind
