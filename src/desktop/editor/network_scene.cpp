// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/network_scene.h"

#include "desktop/document/document.h"
#include "desktop/editor/guide_lines.h"
#include "desktop/editor/player_frames.h"
#include "desktop/editor/pointer_hint.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/wire_preview.h"

#include <QGraphicsView>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// How near to a wire a card must be dropped to be put on it.
constexpr double kDropReach = 28;

} // namespace

NetworkScene::NetworkScene(Document& document, Selection& selection, QObject* parent)
    : QGraphicsScene(parent)
    , m_document(document)
    , m_selection(selection)
    , m_preview(new WirePreview)
    , m_hint(new PointerHint)
    , m_guides(new GuideLines)
    , m_frames(new PlayerFrames) {
    // The items are few and move often; an index costs more than it saves.
    setItemIndexMethod(NoIndex);
    addItem(m_preview);
    addItem(m_hint);
    addItem(m_guides);
    addItem(m_frames);
    setLook(QGuiApplication::palette(), QGuiApplication::font());
    rebuild();
    connect(&document, &Document::changed, this, &NetworkScene::follow);
    connect(&selection, &Selection::changed, this, &NetworkScene::refreshStates);
}

NetworkScene::~NetworkScene() = default;

LayerItem* NetworkScene::layerItem(LayerId layer) const {
    const auto found = m_layers.find(layer);
    return found == m_layers.end() ? nullptr : found->second;
}

const std::map<WireId, WireItem*>& NetworkScene::wireItems() const {
    settleWires();
    return m_wires;
}

WireItem* NetworkScene::wireItem(WireId wire) const {
    settleWires();
    const auto found = m_wires.find(wire);
    return found == m_wires.end() ? nullptr : found->second;
}

QRectF NetworkScene::networkRect() const {
    settleWires();
    QRectF rect = m_frames->covered();
    for (const auto& [layer, item] : m_layers)
        rect |= item->sceneBody();
    for (const auto& [wire, item] : m_wires)
        rect |= item->geometry().path.boundingRect();
    return rect;
}

Hit NetworkScene::hitAt(const QPointF& point) const {
    settleWires();
    std::optional<PortRef> port;
    double nearest = kPortReach + 1;
    for (const auto& [layer, item] : m_layers) {
        const std::optional<PortRef> here = item->portAt(point);
        if (!here)
            continue;
        const double distance = QLineF(item->scenePort(*here), point).length();
        if (distance < nearest) {
            nearest = distance;
            port = here;
        }
    }
    if (port)
        return *port;
    for (QGraphicsItem* item : items(point)) {
        if (auto* card = qgraphicsitem_cast<LayerItem*>(item))
            return card->layer();
        if (auto* wire = qgraphicsitem_cast<WireItem*>(item))
            return wire->wire();
    }
    return {};
}

LayerId NetworkScene::fixAt(const QPointF& point) const {
    const double zoom = views().isEmpty() ? 1 : views().constFirst()->transform().m11();
    const Hit hit = hitAt(point);
    const auto* card = std::get_if<LayerId>(&hit);
    return card != nullptr && layerItem(*card)->isOnFix(point, zoom) ? *card : LayerId();
}

std::optional<WireId> NetworkScene::wireNear(const QPointF& point) const {
    settleWires();
    const QRectF around(point - QPointF(kDropReach, kDropReach), QSizeF(2 * kDropReach, 2 * kDropReach));
    std::optional<WireId> result;
    for (const auto& [wire, item] : m_wires) {
        if (item->shape().intersects(around))
            result = wire;
        if (item->shape().contains(point))
            return wire;
    }
    return result;
}

void NetworkScene::setLook(const QPalette& palette, const QFont& font) {
    m_colours = CardColours::of(palette);
    m_fonts = CardFonts::of(font);
    m_preview->setColours(m_colours);
    m_hint->setLook(m_fonts.body, m_colours);
    m_guides->setColours(m_colours);
    m_frames->setLook(m_fonts.body, m_colours);
    for (const auto& [layer, item] : m_layers)
        item->setLook(m_fonts, m_colours);
    for (const auto& [wire, item] : m_wires) {
        item->setLook(m_fonts.small, m_colours);
        refreshWire(*item);
    }
}

void NetworkScene::hover(const Hit& hit) {
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    refreshStates();
}

void NetworkScene::hoverFix(LayerId layer) {
    if (layer == m_fixHovered)
        return;
    m_fixHovered = layer;
    refreshStates();
}

void NetworkScene::setTarget(LayerId layer, CardState::Target target) {
    if (m_targeted == layer && m_target == target)
        return;
    m_targeted = layer;
    m_target = target;
    refreshStates();
}

void NetworkScene::setActive(LayerId layer, CardState::Active active) {
    if (m_active == layer && m_activity == active)
        return;
    m_active = layer;
    m_activity = active;
    refreshStates();
}

void NetworkScene::setReceiving(std::optional<WireId> wire) {
    if (m_receiving == wire)
        return;
    m_receiving = wire;
    refreshStates();
}

void NetworkScene::setLifted(std::optional<WireId> wire) {
    if (m_lifted == wire)
        return;
    m_lifted = wire;
    refreshStates();
}

void NetworkScene::follow(const ChangeEvent& event) {
    struct Visitor {
        NetworkScene& scene;
        void operator()(const LayerAdded& added) const { scene.addLayerItem(added.layer); }
        void operator()(const LayerAboutToBeRemoved& removed) const { scene.removeLayerItem(removed.layer); }
        void operator()(const LayerChanged& changed) const {
            if (LayerItem* item = scene.layerItem(changed.layer))
                scene.refreshCard(*item);
        }
        void operator()(const LayerMoved& moved) const { scene.moveLayer(moved.layer); }
        void operator()(const WireAdded& added) const { scene.addWireItem(added.wire); }
        void operator()(const WireAboutToBeRemoved& removed) const { scene.removeWireItem(removed.wire); }
        void operator()(const AnalysisChanged&) const { scene.refreshAnalysis(); }
        void operator()(const DocumentReplaced&) const { scene.rebuild(); }
        void operator()(const WeightSet&) const {}
        void operator()(const DataChanged&) const {}
        void operator()(const TrainingChanged&) const {}
    };
    std::visit(Visitor{*this}, event);
}

void NetworkScene::rebuild() {
    while (!m_wires.empty())
        removeWireItem(m_wires.begin()->first);
    while (!m_layers.empty())
        removeLayerItem(m_layers.begin()->first);
    for (const Layer& layer : m_document.network().layers())
        addLayerItem(layer.id);
    for (const Wire& wire : m_document.network().wires())
        addWireItem(wire.id);
    refreshAnalysis();
}

void NetworkScene::addLayerItem(LayerId layer) {
    auto* item = new LayerItem(layer);
    item->setLook(m_fonts, m_colours);
    const Position& position = m_document.network().layer(layer)->position;
    item->setPos(position.x, position.y);
    m_layers[layer] = item;
    refreshCard(*item);
    addItem(item);
}

void NetworkScene::addWireItem(WireId wire) {
    auto* item = new WireItem(*m_document.network().wire(wire));
    item->setLook(m_fonts.small, m_colours);
    m_wires[wire] = item;
    refreshWire(*item);
    addItem(item);
}

void NetworkScene::removeLayerItem(LayerId layer) {
    m_hovered = {};
    delete m_layers.at(layer);
    m_layers.erase(layer);
}

void NetworkScene::removeWireItem(WireId wire) {
    m_hovered = {};
    delete m_wires.at(wire);
    m_wires.erase(wire);
}

void NetworkScene::refreshCard(LayerItem& item) {
    const Layer* layer = m_document.network().layer(item.layer());
    if (layer != nullptr)
        item.setContent(CardContent::of(*layer, m_document.analysis()));
}

void NetworkScene::refreshAnalysis() {
    for (const auto& [layer, item] : m_layers)
        refreshCard(*item);
    unsettleWires();
    refreshStates();
}

void NetworkScene::moveLayer(LayerId layer) {
    LayerItem* item = layerItem(layer);
    if (item == nullptr)
        return;
    const Position& position = m_document.network().layer(layer)->position;
    item->setPos(position.x, position.y);
    unsettleWires();
}

void NetworkScene::unsettleWires() {
    if (!std::exchange(m_wiresSettled, false))
        return;
    // Posted before the paint event that this change asks for.
    QMetaObject::invokeMethod(this, &NetworkScene::settleWires, Qt::QueuedConnection);
}

void NetworkScene::settleWires() const {
    if (std::exchange(m_wiresSettled, true))
        return;
    for (const auto& [wire, item] : m_wires)
        refreshWire(*item);
    refreshFrames();
}

void NetworkScene::refreshFrames() const {
    const Players& players = m_document.analysis().players;
    std::vector<PlayerFrames::Frame> frames;
    const auto frame = [&](Player player, const std::vector<LayerId>& layers) {
        std::vector<QRectF> cards;
        for (const LayerId layer : layers) {
            if (const LayerItem* item = layerItem(layer))
                cards.push_back(item->sceneBody());
        }
        if (!cards.empty())
            frames.push_back(PlayerFrames::around(player, cards));
    };
    if (players.any()) {
        frame(Player::Generator, players.generator);
        frame(Player::Discriminator, players.discriminator);
    }
    m_frames->setFrames(std::move(frames));
}

void NetworkScene::refreshWire(WireItem& item) const {
    const LayerItem* from = layerItem(item.from());
    const LayerItem* to = layerItem(item.to());
    if (from == nullptr || to == nullptr)
        return;
    std::vector<QRectF> others;
    for (const auto& [layer, card] : m_layers) {
        if (card != from && card != to)
            others.push_back(card->sceneBody());
    }
    item.setGeometry(WireGeometry::between(from->scenePort({item.from(), true, 0}),
                                           to->scenePort({item.to(), false, item.port()}), from->sceneBody(),
                                           to->sceneBody(), others));
    const auto facts = m_document.analysis().layers.find(item.from());
    const bool known = facts != m_document.analysis().layers.end() && facts->second.outputShape;
    item.setLabel(known ? tightShapeText(*facts->second.outputShape) : QString());
}

void NetworkScene::refreshStates() {
    const auto* port = std::get_if<PortRef>(&m_hovered);
    for (const auto& [layer, item] : m_layers) {
        CardState state;
        state.selected = m_selection.contains(layer);
        state.hovered = m_hovered == Hit(layer);
        state.fixHovered = m_fixHovered == layer;
        state.outputHovered = port != nullptr && port->layer == layer && port->output;
        state.inputHovered = port != nullptr && port->layer == layer && !port->output ? port->index : -1;
        state.target = m_targeted == layer ? m_target : CardState::Target::None;
        state.active = m_active == layer ? m_activity : CardState::Active::None;
        item->setState(state);
    }
    for (const auto& [wire, item] : m_wires) {
        WireItem::State state;
        state.selected = m_selection.contains(wire);
        state.hovered = m_hovered == Hit(wire);
        state.receiving = m_receiving == wire;
        state.lifted = m_lifted == wire;
        const auto problem =
            std::ranges::find_if(m_document.analysis().problems, [id = wire](const NetworkProblem& about) {
                return about.wire == id && about.severity == Severity::Error;
            });
        state.wrong = problem != m_document.analysis().problems.end();
        item->setState(state);
        item->setToolTip(state.wrong ? sentenceText(problem->sentence) : QString());
    }
}

} // namespace protomind
