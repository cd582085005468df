// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/pan_tool.h"

#include <QScrollBar>

namespace protomind {

namespace {

class PanDrag final : public Drag {
public:
    PanDrag(QGraphicsView& view, const QPoint& start)
        : m_view(view)
        , m_last(start)
        , m_before(view.horizontalScrollBar()->value(), view.verticalScrollBar()->value()) {}

    void move(const Pointer& pointer) override {
        const QPoint by = pointer.view - m_last;
        m_last = pointer.view;
        m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() - by.x());
        m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() - by.y());
    }

    void finish(const Pointer& pointer) override { move(pointer); }

    void cancel() override {
        m_view.horizontalScrollBar()->setValue(m_before.x());
        m_view.verticalScrollBar()->setValue(m_before.y());
    }

private:
    QGraphicsView& m_view;
    QPoint m_last;
    QPoint m_before;
};

} // namespace

QCursor PanTool::cursorAt(const QPointF&) const {
    return isBusy() ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
}

std::unique_ptr<Drag> PanTool::begin(const Pointer& pointer) {
    return std::make_unique<PanDrag>(canvas().view, pointer.view);
}

} // namespace protomind
