// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/mini_map.h"

#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kWidestMap = 200;
constexpr double kHighest = 140;
constexpr double kShareOfView = 0.3;
constexpr double kMapMargin = 8;
constexpr double kAroundNetwork = 60;
/// A sliver of a card out of sight is no reason for a map.
constexpr double kOverlooked = 12;

} // namespace

MiniMap::MiniMap(NetworkView& view)
    : QWidget(&view)
    , m_view(view) {
    setObjectName(QStringLiteral("miniMap"));
    setAccessibleName(tr("Overview of the network"));
    setToolTip(tr("Drag to see another part of the network"));
    setCursor(Qt::SizeAllCursor);
    hide();
}

void MiniMap::setWanted(bool wanted) {
    m_wanted = wanted;
    refresh();
}

void MiniMap::refresh() {
    const NetworkScene& scene = m_view.networkScene();
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    const double slack = kOverlooked / m_view.zoom();
    const bool all = seen.adjusted(-slack, -slack, slack, slack).contains(scene.networkRect());
    const bool room = m_view.width() > 2 * kWidestMap && m_view.height() > kHighest;
    const bool shown = m_wanted && !all && room && scene.layerItems().size() > 1;
    if (shown)
        place();
    setVisible(shown);
    update();
}

/// In the corner where reading ends, in the shape of the network.
void MiniMap::place() {
    const QRectF network = shownOfScene();
    const double width = std::min(kWidestMap, m_view.viewport()->width() * kShareOfView);
    const double height = std::min(kHighest, m_view.viewport()->height() * kShareOfView);
    const double scale = std::min(width / network.width(), height / network.height());
    const QSizeF size = network.size() * scale;
    const QRect corner = m_view.viewport()->geometry();
    setGeometry(int(corner.right() - size.width() - kMapMargin),
                int(corner.bottom() - size.height() - kMapMargin), int(size.width()), int(size.height()));
    if (!isVisible())
        raise(); // above the drawing; what is shown large lies above it
}

QRectF MiniMap::shownOfScene() const {
    return m_view.networkScene().networkRect().adjusted(-kAroundNetwork, -kAroundNetwork, kAroundNetwork,
                                                        kAroundNetwork);
}

QPointF MiniMap::toScene(const QPointF& point) const {
    const QRectF shown = shownOfScene();
    return shown.topLeft() + QPointF(point.x() * shown.width() / std::max(1, width()),
                                     point.y() * shown.height() / std::max(1, height()));
}

QPointF MiniMap::fromScene(const QPointF& point) const {
    const QRectF shown = shownOfScene();
    const QPointF at = point - shown.topLeft();
    return {at.x() * width() / shown.width(), at.y() * height() / shown.height()};
}

void MiniMap::paintEvent(QPaintEvent*) {
    const NetworkScene& scene = m_view.networkScene();
    const CardColours& colours = scene.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor back = colours.card;
    back.setAlphaF(0.94f);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(QPen(colours.wire, 1));
    for (const auto& [wire, item] : scene.wireItems()) {
        const QPainterPath& path = item->geometry().path;
        painter.drawLine(fromScene(path.pointAtPercent(0)), fromScene(path.currentPosition()));
    }
    painter.setPen(Qt::NoPen);
    for (const auto& [layer, item] : scene.layerItems()) {
        const QRectF body = item->sceneBody();
        painter.setBrush(item->content().problem.isEmpty() ? colours.category(item->content().category)
                         : item->content().severity == Severity::Error ? colours.error
                                                                       : colours.warning);
        painter.drawRect(QRectF(fromScene(body.topLeft()), fromScene(body.bottomRight())));
    }
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    QColor inside = colours.accent;
    inside.setAlpha(30);
    painter.setPen(QPen(colours.accent, 1.5));
    painter.setBrush(inside);
    painter.drawRect(QRectF(fromScene(seen.topLeft()), fromScene(seen.bottomRight()))
                         .intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        m_view.centerOn(toScene(event->position()));
    event->accept();
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        m_view.centerOn(toScene(event->position()));
    event->accept();
}

} // namespace protomind
