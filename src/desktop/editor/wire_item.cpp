// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/wire_item.h"

#include "desktop/editor/card_painter.h"
#include "desktop/style/laboratory_style.h"
#include "desktop/style/paint_guard.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace protomind {

namespace {

constexpr double kHitWidth = 14;
constexpr double kLabelZoom = 0.55; ///< labels can't be read below
constexpr double kArrow = 5;
constexpr double kMark = 16;

} // namespace

WireItem::WireItem(const Wire& wire)
    : m_wire(wire) {
    setZValue(1);
}

void WireItem::setGeometry(WireGeometry geometry) {
    // Every wire is asked when a card moves; few of them run elsewhere then.
    if (geometry.path == m_geometry.path && geometry.labelAt == m_geometry.labelAt &&
        geometry.labelRoom == m_geometry.labelRoom)
        return;
    prepareGeometryChange();
    m_geometry = std::move(geometry);
}

void WireItem::setLabel(const QString& label) {
    if (label == m_label)
        return;
    prepareGeometryChange();
    m_label = label;
}

void WireItem::setLook(const QFont& font, const CardColours& colours) {
    prepareGeometryChange();
    m_font = font;
    m_colours = colours;
}

void WireItem::setState(const State& state) {
    if (state == m_state)
        return;
    if (state.wrong != m_state.wrong)
        prepareGeometryChange();
    m_state = state;
    setZValue(state.selected || state.receiving ? 1.5 : 1);
    update();
}

QRectF WireItem::boundingRect() const {
    return m_geometry.path.boundingRect().adjusted(-8, -8, 8, 8).united(labelRect()).united(markRect());
}

QPainterPath WireItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(kHitWidth);
    QPainterPath shape = stroker.createStroke(m_geometry.path);
    if (m_state.wrong)
        shape.addRect(markRect());
    return shape;
}

void WireItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintGuarded([&] { paintWire(painter); });
}

void WireItem::paintWire(QPainter* painter) const {
    if (m_state.lifted)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor colour = lineColour();
    const bool strong = m_state.selected || m_state.receiving;
    if (strong) {
        QColor halo = colour;
        halo.setAlpha(60);
        painter->setPen(QPen(halo, 9, Qt::SolidLine, Qt::RoundCap));
        painter->drawPath(m_geometry.path);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, (strong || m_state.hovered ? 2.8 : 2) * lineScale(),
                         m_state.wrong ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter->drawPath(m_geometry.path);
    // An arrow before the port says which way the numbers flow.
    const QPointF tip = m_geometry.path.currentPosition() - QPointF(6, 0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(
        QPolygonF{tip, tip - QPointF(kArrow * 1.5, kArrow), tip - QPointF(kArrow * 1.5, -kArrow)});

    if (m_state.wrong)
        paintProblemMark(*painter, markRect(), Severity::Error, m_colours);
    const QRectF label = labelRect();
    const double zoom = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (label.isEmpty() || zoom < kLabelZoom)
        return;
    QColor back = m_colours.canvas;
    back.setAlphaF(0.88f);
    painter->setPen(Qt::NoPen);
    painter->setBrush(back);
    painter->drawRoundedRect(label, 4, 4);
    painter->setFont(m_font);
    painter->setPen(m_state.wrong ? m_colours.error : mixed(m_colours.canvas, m_colours.text, 0.78));
    painter->drawText(label, Qt::AlignCenter, m_label);
}

QRectF WireItem::labelRect() const {
    if (m_label.isEmpty())
        return {};
    const QFontMetricsF metrics(m_font);
    const double width = metrics.horizontalAdvance(m_label) + 4;
    if (width > m_geometry.labelRoom)
        return {};
    const double height = metrics.height();
    return {m_geometry.labelAt.x() - width / 2, m_geometry.labelAt.y() - height / 2, width, height};
}

QRectF WireItem::markRect() const {
    const QRectF label = labelRect();
    const QPointF centre =
        label.isEmpty() ? m_geometry.labelAt : QPointF(m_geometry.labelAt.x(), label.top() - kMark / 2 - 2);
    return {centre.x() - kMark / 2, centre.y() - kMark / 2, kMark, kMark};
}

QColor WireItem::lineColour() const {
    if (m_state.receiving)
        return m_colours.good;
    if (m_state.selected)
        return m_colours.accent;
    if (m_state.wrong)
        return m_colours.error;
    return m_state.hovered ? mixed(m_colours.wire, m_colours.text, 0.4) : m_colours.wire;
}

} // namespace protomind
