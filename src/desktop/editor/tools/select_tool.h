// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/tools/tool.h"

namespace protomind {

/// The everyday tool: selects and moves cards, draws wires from their ports, and spans a rubber band over
/// nothing.
class SelectTool final : public Tool {
public:
    using Tool::Tool;
    QCursor cursorAt(const QPointF& scenePoint) const override;

protected:
    void hover(const Pointer& pointer) override;
    std::unique_ptr<Drag> begin(const Pointer& pointer) override;
};

} // namespace protomind
