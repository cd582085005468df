// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/guide_lines.h"

#include "desktop/style/paint_guard.h"

#include <QPainter>

namespace protomind {

namespace {
constexpr double kBeyond = 16; ///< how far a line goes on past the cards
}

GuideLines::GuideLines() {
    setZValue(10);
    setVisible(false);
}

void GuideLines::setLines(std::vector<QLineF> lines) {
    if (lines == m_lines)
        return;
    prepareGeometryChange();
    m_lines = std::move(lines);
    setVisible(!m_lines.empty());
}

QRectF GuideLines::boundingRect() const {
    QRectF rect;
    for (const QLineF& line : m_lines)
        rect |= QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1);
    return rect.adjusted(-kBeyond - 2, -kBeyond - 2, kBeyond + 2, kBeyond + 2);
}

void GuideLines::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintGuarded([&] {
        QPen pen(m_colours.accent, 1, Qt::DashLine);
        pen.setCosmetic(true);
        painter->setPen(pen);
        for (QLineF line : m_lines) {
            line.setLength(line.length() + kBeyond);
            line = QLineF(line.p2(), line.p1());
            line.setLength(line.length() + kBeyond);
            painter->drawLine(line);
        }
    });
}

} // namespace protomind
