// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/network_view.h"
#include "desktop/editor/tools/drag.h"

#include <QCursor>

#include <memory>

namespace protomind {

/// A way of working on the canvas: decides which gesture a press begins, and carries it to its end.
class Tool {
public:
    explicit Tool(const Canvas& canvas)
        : m_canvas(canvas) {}
    virtual ~Tool();
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    void press(const Pointer& pointer);
    void move(const Pointer& pointer);
    void release(const Pointer& pointer);
    /// Ends the gesture under way as if it had never begun. False where there is none.
    bool cancel();
    [[nodiscard]] bool isBusy() const { return m_drag != nullptr; }
    [[nodiscard]] virtual QCursor cursorAt(const QPointF& scenePoint) const = 0;

protected:
    /// The pointer moves without a gesture under way.
    virtual void hover(const Pointer& pointer);
    /// Null where a press means nothing here.
    virtual std::unique_ptr<Drag> begin(const Pointer& pointer) = 0;
    [[nodiscard]] const Canvas& canvas() const { return m_canvas; }

private:
    Canvas m_canvas;
    std::unique_ptr<Drag> m_drag;
};

[[nodiscard]] std::unique_ptr<Tool> makeTool(ToolKind kind, const Canvas& canvas);

} // namespace protomind
