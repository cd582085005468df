// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/document.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/live_keys.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_drag.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/tools/tool.h"
#include "desktop/words/worded.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

// The part of the canvas that takes events from the mouse, the keyboard and the palette.
namespace protomind {

namespace {

constexpr double kNotch = 120; ///< of a mouse wheel, in Qt's units
constexpr double kZoomPerNotch = 1.15;

Pointer pointerOf(const QGraphicsView& view, const QMouseEvent& event) {
    const QPoint point = event.position().toPoint();
    return {view.mapToScene(point), point, event.modifiers()};
}

std::optional<QPointF> arrow(int key) {
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return std::nullopt;
    }
}

/// The card next to another in a direction; the first one where there is none to start from.
LayerId neighbour(const NetworkScene& scene, std::optional<LayerId> from, const QPointF& direction) {
    if (scene.layerItems().empty())
        return {};
    if (!from)
        return scene.layerItems().begin()->first;
    const QPointF start = scene.layerItem(*from)->sceneBody().center();
    LayerId nearest;
    double least = 0;
    for (const auto& [layer, item] : scene.layerItems()) {
        const QPointF way = item->sceneBody().center() - start;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (layer == *from || ahead < 1)
            continue;
        const double cost = ahead + 3 * aside;
        if (!nearest || cost < least) {
            nearest = layer;
            least = cost;
        }
    }
    return nearest;
}

} // namespace

void NetworkView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton) {
        m_tool->cancel();
        m_pan = makeTool(ToolKind::Pan, {m_document, m_selection, *m_scene, *m_editing, *this});
    }
    if (event->button() == Qt::LeftButton && !m_pan && m_live->press(event->position().toPoint()))
        return event->accept();
    m_live->leave();
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        activeTool().press(pointerOf(*this, *event));
        viewport()->setCursor(activeTool().cursorAt(mapToScene(event->position().toPoint())));
    } else if (event->button() == Qt::RightButton) {
        // A menu is about what is under the pointer.
        const Hit hit = m_scene->hitAt(mapToScene(event->position().toPoint()));
        if (const auto* layer = std::get_if<LayerId>(&hit); layer != nullptr && !m_selection.contains(*layer))
            m_selection.select(*layer);
        else if (const auto* wire = std::get_if<WireId>(&hit);
                 wire != nullptr && !m_selection.contains(*wire))
            m_selection.select(*wire);
    }
    event->accept();
}

void NetworkView::mouseMoveEvent(QMouseEvent* event) {
    const Pointer pointer = pointerOf(*this, *event);
    activeTool().move(pointer);
    if (!activeTool().isBusy()) {
        const bool onWeight = m_live->hover(pointer.view);
        viewport()->setCursor(onWeight ? Qt::PointingHandCursor : activeTool().cursorAt(pointer.scene));
    }
    event->accept();
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        activeTool().release(pointerOf(*this, *event));
    if (event->button() == Qt::MiddleButton)
        endPan();
    growSceneRect();
    viewport()->setCursor(activeTool().cursorAt(mapToScene(event->position().toPoint())));
    event->accept();
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit hit = m_scene->hitAt(mapToScene(event->position().toPoint()));
    const auto* layer = std::get_if<LayerId>(&hit);
    if (event->button() == Qt::LeftButton && layer != nullptr && !m_pan) {
        m_selection.select(*layer);
        emit openRequested(*layer);
        return event->accept();
    }
    if (event->button() == Qt::LeftButton && std::holds_alternative<std::monostate>(hit) && !m_pan) {
        const QPoint point = event->position().toPoint();
        openFinder(point, {}, mapToScene(point));
        return event->accept();
    }
    mousePressEvent(event);
}

void NetworkView::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ShiftModifier) || (turn.y() == 0 && turn.x() != 0)) {
        const int by = turn.y() != 0 ? turn.y() : turn.x();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    } else if (turn.y() != 0) {
        setZoom(zoom() * std::pow(kZoomPerNotch, turn.y() / kNotch));
    }
    event->accept();
}

/// While the mouse holds something, keys mean nothing but Escape: what is held must not vanish.
bool NetworkView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_tool->isBusy()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && m_liveKeys->wants(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
    if (m_tool->isBusy() && event->key() != Qt::Key_Escape)
        return event->accept();
    if (m_liveKeys->wants(*event)) {
        m_liveKeys->press(*event);
        return event->accept();
    }
    if (event->key() == Qt::Key_Escape) {
        if (!m_tool->cancel())
            m_selection.clear();
        return event->accept();
    }
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && !m_pan && !m_tool->isBusy()) {
        m_pan = makeTool(ToolKind::Pan, {m_document, m_selection, *m_scene, *m_editing, *this});
        viewport()->setCursor(Qt::OpenHandCursor);
        return event->accept();
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selection.singleLayer()) {
        emit openRequested(*m_selection.singleLayer());
        return event->accept();
    }
    if (const std::optional<QPointF> direction = arrow(event->key()); direction && !m_tool->isBusy()) {
        const bool walk = m_selection.layers().empty() || event->modifiers().testFlag(Qt::ControlModifier);
        if (walk) {
            walkTo(*direction, event->modifiers().testFlag(Qt::ShiftModifier));
        } else {
            m_editing->nudge(*direction *
                             (event->modifiers().testFlag(Qt::ShiftModifier) ? 5 * kGrid : kGrid));
        }
        return event->accept();
    }
    // A layer's name is simply typed.
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (plain && !event->text().isEmpty() && event->text().at(0).isLetter()) {
        findLayer(event->text());
        return event->accept();
    }
    QGraphicsView::keyPressEvent(event);
}

/// To the card beside the one that was last come to; with Shift on top of what is selected. From a wire to
/// either end.
void NetworkView::walkTo(const QPointF& direction, bool extending) {
    if (const Wire* wire =
            m_selection.singleWire() ? m_document.network().wire(*m_selection.singleWire()) : nullptr;
        wire != nullptr && !extending) {
        m_walkedTo = direction.x() + direction.y() < 0 ? wire->from : wire->to;
        return reveal(m_walkedTo);
    }
    const bool here = m_walkedTo && m_selection.contains(m_walkedTo);
    const std::optional<LayerId> from = here ? std::optional(m_walkedTo) : m_selection.singleLayer();
    const LayerId next = neighbour(*m_scene, from, direction);
    if (!next)
        return;
    std::set<LayerId> layers = extending ? m_selection.layers() : std::set<LayerId>();
    layers.insert(next);
    m_walkedTo = next;
    m_selection.set(std::move(layers));
    ensureVisible(m_scene->layerItem(next)->sceneBody(), 48, 48);
}

void NetworkView::nextWire() {
    goToWire(1);
}

void NetworkView::previousWire() {
    goToWire(-1);
}

void NetworkView::goToWire(int by) {
    const Network& network = m_document.network();
    const std::optional<WireId> selected = m_selection.singleWire();
    if (const std::optional<LayerId> layer = m_selection.singleLayer())
        m_wiresOf = *layer;
    else if (const Wire* wire = selected ? network.wire(*selected) : nullptr;
             wire != nullptr && wire->from != m_wiresOf && wire->to != m_wiresOf)
        m_wiresOf = wire->from;
    std::vector<WireId> wires;
    for (const Wire& wire : network.wiresInto(m_wiresOf))
        wires.push_back(wire.id);
    for (const Wire& wire : network.wires())
        if (wire.from == m_wiresOf)
            wires.push_back(wire.id);
    if (wires.empty()) {
        emit said(tr("This layer has no wires yet."));
        return;
    }
    const auto count = std::ssize(wires);
    const auto here = selected ? std::ranges::find(wires, *selected) : wires.end();
    auto index = here == wires.end() ? (by > 0 ? 0 : count - 1) : (here - wires.begin() + by + count) % count;
    reveal(wires[std::size_t(index)]);
}

void NetworkView::openWeights() {
    if (const std::optional<LayerId> layer = m_selection.singleLayer())
        m_liveKeys->openWeights(*layer);
    else if (const std::optional<WireId> wire = m_selection.singleWire())
        m_liveKeys->openWeights(*wire);
}

void NetworkView::openPicture() {
    if (const std::optional<LayerId> layer = m_selection.singleLayer())
        m_liveKeys->openPicture(*layer);
}

void NetworkView::pan(int across, int down) {
    m_live->letGo();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + across * viewport()->width() / 5);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + down * viewport()->height() / 5);
}

void NetworkView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && m_pan) {
        endPan();
        return event->accept();
    }
    QGraphicsView::keyReleaseEvent(event);
}

void NetworkView::leaveEvent(QEvent* event) {
    m_live->leave();
    QGraphicsView::leaveEvent(event);
}

void NetworkView::paintEvent(QPaintEvent* event) {
    const double begun = m_clock();
    QGraphicsView::paintEvent(event);
    m_live->painted(m_clock() - begun);
}

void NetworkView::focusOutEvent(QFocusEvent* event) {
    // The release of a held space bar goes elsewhere then.
    if (m_pan && !m_pan->isBusy())
        endPan();
    const bool comesBack =
        event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
    if (!comesBack && !m_live->weightCard().isAncestorOf(QApplication::focusWidget()))
        m_live->letGo();
    QGraphicsView::focusOutEvent(event);
}

void NetworkView::dragEnterEvent(QDragEnterEvent* event) {
    if (droppedLayer(event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void NetworkView::dragMoveEvent(QDragMoveEvent* event) {
    const std::optional<std::string> type = droppedLayer(event->mimeData());
    if (!type)
        return event->ignore();
    const QPointF point = mapToScene(event->position().toPoint());
    const LayerType* layer = findLayerType(*type);
    const std::optional<WireId> wire = layer->inputs == 0 ? std::nullopt : m_scene->wireNear(point);
    m_scene->setReceiving(wire);
    const QString title = worded(layer->title);
    if (wire) {
        const WireItem* item = m_scene->wireItem(*wire);
        m_scene->hint().say(point,
                            tr("Put %1 between %2 and %3")
                                .arg(title, m_scene->layerItem(item->from())->content().title,
                                     m_scene->layerItem(item->to())->content().title),
                            PointerHint::Tone::Good);
    } else {
        m_scene->hint().say(point, tr("Add %1 here").arg(title), PointerHint::Tone::Plain);
    }
    event->acceptProposedAction();
}

void NetworkView::dragLeaveEvent(QDragLeaveEvent* event) {
    m_scene->setReceiving(std::nullopt);
    m_scene->hint().silence();
    event->accept();
}

void NetworkView::dropEvent(QDropEvent* event) {
    m_scene->setReceiving(std::nullopt);
    m_scene->hint().silence();
    const std::optional<std::string> type = droppedLayer(event->mimeData());
    if (!type)
        return event->ignore();
    const QPointF point = mapToScene(event->position().toPoint());
    const QSizeF card = m_scene->usualCard();
    const std::optional<WireId> wire =
        findLayerType(*type)->inputs == 0 ? std::nullopt : m_scene->wireNear(point);
    if (wire)
        m_editing->insertLayer(*type, *wire, point);
    else
        m_editing->addLayer(*type, point - QPointF(card.width(), card.height()) / 2, true);
    event->acceptProposedAction();
    setFocus();
}

} // namespace protomind
