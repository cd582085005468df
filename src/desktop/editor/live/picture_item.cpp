// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/live/picture_item.h"

#include "desktop/style/paint_guard.h"

#include <QPainter>

namespace protomind {

PictureItem::PictureItem(QGraphicsItem* card)
    : QGraphicsItem(card) {}

void PictureItem::setUp(const PictureForm& form, const PictureLayout& layout, double width, const QFont& font,
                        const ValueColours& colours) {
    prepareGeometryChange();
    m_form = form;
    m_layout = layout;
    m_width = width;
    m_font = font;
    m_colours = colours;
    m_picture = CardPicture(m_picture.picture(), m_colours);
    update();
}

void PictureItem::setPicture(const LayerPicture* picture) {
    if (picture == nullptr && m_picture.isEmpty())
        return;
    m_picture = picture == nullptr ? CardPicture() : CardPicture(*picture, m_colours);
    update();
}

int PictureItem::tileAt(const QPointF& scenePoint) const {
    return m_layout.tileAt(mapFromScene(scenePoint));
}

QRectF PictureItem::sceneTile(int tile) const {
    return mapRectToScene(m_layout.tiles[std::size_t(tile)]);
}

QPointF PictureItem::sceneAnchor(int neuron, int neurons, bool right) const {
    return mapToScene(m_layout.anchor(neuron, neurons, right, m_width));
}

void PictureItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintGuarded([&] { CardPicture::paint(*painter, m_picture, m_form, m_layout, m_font, m_colours); });
}

} // namespace protomind
