// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/live/weights_item.h"

#include "desktop/style/paint_guard.h"

#include <QPainter>

namespace protomind {

namespace {

constexpr double kOverCards = 3.5;

} // namespace

WeightsItem::WeightsItem() {
    setZValue(kOverCards);
    setAcceptedMouseButtons(Qt::NoButton);
}

void WeightsItem::setEnds(std::vector<QPointF> from, std::vector<QPointF> to) {
    prepareGeometryChange();
    m_lines.setEnds(std::move(from), std::move(to));
    m_lines.setWeights(m_weights);
}

void WeightsItem::setWeights(const LayerWeights& weights) {
    m_weights = weights;
    m_lines.setWeights(m_weights);
    update();
}

void WeightsItem::setColours(const ValueColours& colours) {
    m_colours = colours;
    update();
}

void WeightsItem::setHovered(std::optional<WeightPlace> place) {
    if (place == m_hovered)
        return;
    m_hovered = place;
    update();
}

void WeightsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintGuarded([&] { m_lines.paint(*painter, m_colours, m_hovered); });
}

} // namespace protomind
