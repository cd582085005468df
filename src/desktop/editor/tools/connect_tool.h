// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/tools/tool.h"

namespace protomind {

/// Draws wires: from anywhere on a card to anywhere on another.
class ConnectTool final : public Tool {
public:
    using Tool::Tool;
    QCursor cursorAt(const QPointF& scenePoint) const override;

protected:
    std::unique_ptr<Drag> begin(const Pointer& pointer) override;
};

} // namespace protomind
