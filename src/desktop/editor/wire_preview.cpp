// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/wire_preview.h"

#include "desktop/editor/wire_geometry.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/style/paint_guard.h"

#include <QPainter>

namespace protomind {

WirePreview::WirePreview() {
    setZValue(10);
    setVisible(false);
}

void WirePreview::setEnds(const QPointF& output, const QPointF& input, Verdict verdict) {
    prepareGeometryChange();
    m_path = WireGeometry::loose(output, input);
    m_verdict = verdict;
    setVisible(true);
}

void WirePreview::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintGuarded([&] {
        painter->setRenderHint(QPainter::Antialiasing);
        const QColor colour = m_verdict == Verdict::Accepted  ? m_colours.good
                              : m_verdict == Verdict::Refused ? m_colours.error
                                                              : m_colours.accent;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colour, 2.5 * lineScale(),
                             m_verdict == Verdict::Accepted ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
        painter->drawPath(m_path);
    });
}

} // namespace protomind
