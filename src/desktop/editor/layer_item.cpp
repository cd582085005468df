// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/layer_item.h"

#include "desktop/editor/live/picture_item.h"
#include "desktop/style/paint_guard.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <limits>
#include <utility>

namespace protomind {

namespace {

constexpr double kFarZoom = 0.55;
constexpr double kCardLayer = 2;
constexpr double kSelectedLayer = 3;

} // namespace

LayerItem::LayerItem(LayerId layer)
    : m_layer(layer) {
    setZValue(kCardLayer);
    // So that a new picture does not have all texts of the card set again.
    setCacheMode(DeviceCoordinateCache);
}

void LayerItem::setContent(CardContent content) {
    if (content == m_content)
        return;
    m_content = std::move(content);
    setToolTip(m_content.problem);
    layOut();
}

void LayerItem::setLook(const CardFonts& fonts, const CardColours& colours) {
    m_fonts = fonts;
    m_colours = colours;
    layOut();
}

void LayerItem::setState(const CardState& state) {
    if (state == m_state)
        return;
    m_state = state;
    setZValue(state.selected ? kSelectedLayer : kCardLayer);
    update();
}

QPointF LayerItem::scenePort(const PortRef& port) const {
    const std::size_t index = std::size_t(std::max(port.index, 0));
    if (port.output)
        return pos() + m_geometry.outputPort;
    return pos() + (index < m_geometry.inputs.size() ? m_geometry.inputs[index]
                                                     : QPointF(0, m_geometry.outputPort.y()));
}

std::optional<PortRef> LayerItem::portAt(const QPointF& scenePoint) const {
    std::optional<PortRef> nearest;
    double distance = kPortReach;
    const auto consider = [&](const PortRef& port) {
        const double here = QLineF(scenePort(port), scenePoint).length();
        if (here <= distance) {
            distance = here;
            nearest = port;
        }
    };
    consider({m_layer, true, 0});
    for (int index = 0; index < m_content.inputs; ++index)
        consider({m_layer, false, index});
    return nearest;
}

bool LayerItem::isOnFix(const QPointF& scenePoint, double zoom) const {
    return zoom >= kFarZoom && m_geometry.fix.contains(scenePoint - pos());
}

QPainterPath LayerItem::shape() const {
    QPainterPath path;
    path.addRect(m_geometry.body);
    return path;
}

void LayerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    CardState state = m_state;
    state.far = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < kFarZoom;
    paintGuarded([&] { paintCard(*painter, m_content, m_geometry, m_fonts, m_colours, state); });
}

void LayerItem::layOut() {
    prepareGeometryChange();
    m_geometry = CardGeometry::of(m_content, m_fonts);
    update();
    if (!m_content.picture) {
        delete std::exchange(m_picture, nullptr);
        return;
    }
    if (m_picture == nullptr)
        m_picture = new PictureItem(this);
    m_picture->setPos(m_geometry.picture.topLeft());
    m_picture->setUp(*m_content.picture, m_geometry.tiles, m_geometry.picture.width(), m_fonts.small,
                     m_colours.values);
}

} // namespace protomind
