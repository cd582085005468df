// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/tools/drag.h"
#include "studio/network/network.h"

#include <QRubberBand>

#include <memory>
#include <set>

namespace protomind {

/// Selects the cards that a rectangle touches, and the wires that lie in it; with Shift or Ctrl on top of
/// what is selected.
class RubberBandDrag final : public Drag {
public:
    RubberBandDrag(const Canvas& canvas, const Pointer& start);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    Canvas m_canvas;
    Pointer m_start;
    std::set<LayerId> m_layersBefore;
    std::set<WireId> m_wiresBefore;
    std::unique_ptr<QRubberBand> m_band;
};

} // namespace protomind
