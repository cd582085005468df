// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/live/activation_overlay.h"

#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/live/picture_item.h"
#include "desktop/editor/live/weights_item.h"
#include "desktop/editor/network_scene.h"

#include <QGraphicsView>

#include <algorithm>
#include <set>

namespace protomind {

namespace {

/// Long enough that a pointer on its way elsewhere does not have the network looked at anew.
constexpr int kFocusMilliseconds = 150;
constexpr double kLeastGap = 8; ///< between cards that weights are drawn between

} // namespace

ActivationOverlay::ActivationOverlay(Document& document, NetworkScene& scene, QGraphicsView& view,
                                     Clock clock)
    : m_document(document)
    , m_scene(scene)
    , m_view(view)
    , m_clock(std::move(clock))
    , m_large(new LargePicture(&view)) // and not the viewport's, which moves what lies in it when it scrolls
    , m_card(new WeightCard(&view)) {
    m_paceTimer.setSingleShot(true);
    m_paceTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_paceTimer, &QTimer::timeout, this, &ActivationOverlay::showNewest);
    m_focusTimer.setSingleShot(true);
    m_focusTimer.setInterval(kFocusMilliseconds);
    connect(&m_focusTimer, &QTimer::timeout, this, [this] {
        const Layer* layer = m_tile ? m_document.network().layer(m_tile->layer) : nullptr;
        setFocus(layer == nullptr ? std::string() : layer->name);
    });
    connect(m_card, &WeightCard::typed, this, &ActivationOverlay::typed);
    connect(m_card, &WeightCard::left, this, &ActivationOverlay::cardLeft);
    connect(&document, &Document::changed, this, &ActivationOverlay::follow);
}

ActivationOverlay::~ActivationOverlay() = default;

// Pictures ----------------------------------------------------------------------------------------------

void ActivationOverlay::show(std::shared_ptr<const Pictures> pictures) {
    m_waiting = std::move(pictures);
    m_isWaiting = true;
    if (m_paceTimer.isActive())
        return;
    const double wait = m_waiting ? m_pace.due() - m_clock() : 0;
    if (wait > 0.001)
        m_paceTimer.start(int(wait * 1000) + 1);
    else
        showNewest();
}

void ActivationOverlay::showNewest() {
    if (!std::exchange(m_isWaiting, false))
        return;
    const double begun = m_clock();
    m_pictures = std::move(m_waiting);
    for (const auto& [layer, item] : m_scene.layerItems()) {
        if (PictureItem* picture = item->picture())
            picture->setPicture(pictureOf(layer));
    }
    showWeights();
    refreshLarge();
    refreshCard();
    if (!m_pictures)
        return;
    const double now = m_clock();
    m_pace.shown(now, now - begun, m_pictures->step);
}

void ActivationOverlay::painted(double seconds) {
    m_pace.painted(seconds);
}

const LayerPicture* ActivationOverlay::pictureOf(LayerId id) const {
    const Layer* layer = m_document.network().layer(id);
    if (layer == nullptr || !m_pictures)
        return nullptr;
    const auto found = std::ranges::find(m_pictures->layers, layer->name, &LayerPicture::layer);
    return found == m_pictures->layers.end() ? nullptr : &*found;
}

void ActivationOverlay::setPoints(std::vector<PlanePoint> points) {
    m_large->setPoints(std::move(points));
}

void ActivationOverlay::refreshLook() {
    const ValueColours colours(m_view.palette());
    for (const auto& [wire, item] : m_weights)
        item->setColours(colours);
    placeWeights();
}

// Weights -----------------------------------------------------------------------------------------------

void ActivationOverlay::clearWeights() {
    for (const auto& [wire, item] : m_weights)
        delete item;
    m_weights.clear();
    m_weight.reset();
}

void ActivationOverlay::showWeights() {
    const Network& network = m_document.network();
    std::set<WireId> used;
    for (const LayerWeights& weights : m_pictures ? m_pictures->weights : std::vector<LayerWeights>()) {
        const Layer* layer = network.layerNamed(weights.layer);
        const std::vector<Wire> wires = layer == nullptr ? std::vector<Wire>() : network.wiresInto(layer->id);
        if (wires.size() != 1)
            continue;
        const WireId wire = wires.front().id;
        used.insert(wire);
        WeightsItem*& item = m_weights[wire];
        const bool isNew = item == nullptr;
        if (isNew) {
            item = new WeightsItem;
            item->setColours(ValueColours(m_view.palette()));
            m_scene.addItem(item);
        }
        item->setWeights(weights);
        if (isNew)
            placeWeights();
    }
    std::erase_if(m_weights, [&](const auto& entry) {
        if (used.contains(entry.first))
            return false;
        delete entry.second;
        return true;
    });
}

/// Between the neurons of both cards, where the second one lies to the right of the first.
void ActivationOverlay::placeWeights() {
    for (const auto& [id, item] : m_weights) {
        const Wire* wire = m_document.network().wire(id);
        const LayerItem* from = wire == nullptr ? nullptr : m_scene.layerItem(wire->from);
        const LayerItem* to = wire == nullptr ? nullptr : m_scene.layerItem(wire->to);
        const Shape& shape = item->weights().values.shape;
        std::vector<QPointF> starts;
        std::vector<QPointF> ends;
        if (from != nullptr && to != nullptr && from->picture() != nullptr && to->picture() != nullptr &&
            shape.rank() == 2 && from->picture()->form().channels == shape[0] &&
            to->sceneBody().left() >= from->sceneBody().right() + kLeastGap) {
            for (int i = 0; i < int(shape[0]); ++i)
                starts.push_back(from->picture()->sceneAnchor(i, int(shape[0]), true));
            for (int i = 0; i < int(shape[1]); ++i)
                ends.push_back(to->picture()->sceneAnchor(i, int(shape[1]), false));
        }
        item->setEnds(std::move(starts), std::move(ends));
    }
}

void ActivationOverlay::follow(const ChangeEvent& event) {
    if (std::holds_alternative<WireAboutToBeRemoved>(event) ||
        std::holds_alternative<LayerAboutToBeRemoved>(event) ||
        std::holds_alternative<DocumentReplaced>(event)) {
        m_isHeld = false;
        m_card->leave();
        setTile(std::nullopt);
        clearWeights();
    }
    if (std::holds_alternative<LayerMoved>(event) || std::holds_alternative<AnalysisChanged>(event))
        placeWeights();
    if (std::holds_alternative<DocumentReplaced>(event))
        show(nullptr);
}

// Under the pointer -------------------------------------------------------------------------------------

bool ActivationOverlay::hover(const QPoint& point) {
    if (m_card->isEditing() || m_isHeld)
        return false;
    const QPointF scenePoint = m_view.mapToScene(point);
    const bool onPort = std::holds_alternative<PortRef>(m_scene.hitAt(scenePoint));
    const auto tile = onPort ? std::nullopt : tileAt(scenePoint);
    const auto weight = onPort || tile ? std::nullopt : weightAt(scenePoint);
    setTile(tile);
    setWeight(weight, point);
    return weight.has_value();
}

bool ActivationOverlay::press(const QPoint& point) {
    m_isHeld = false;
    if (m_card->isEditing())
        m_card->leave();
    if (!hover(point))
        return false;
    m_typedFor = m_weight;
    m_card->edit();
    return true;
}

void ActivationOverlay::leave() {
    if (m_isHeld)
        return;
    setTile(std::nullopt);
    if (!m_card->isEditing())
        setWeight(std::nullopt, {});
}

// By key ------------------------------------------------------------------------------------------------

void ActivationOverlay::holdTile(LayerId layer, int tile) {
    m_isHeld = false;
    setWeight(std::nullopt, {});
    const LayerItem* item = m_scene.layerItem(layer);
    if (item == nullptr)
        return setTile(std::nullopt);
    m_isHeld = true;
    bringIntoSight(item->sceneBody());
    setTile(HoveredTile{layer, tile});
}

void ActivationOverlay::holdWeight(WireId wire, const WeightPlace& place) {
    const WireItem* item = m_scene.wireItem(wire);
    if (item == nullptr || !m_weights.contains(wire))
        return letGo();
    m_isHeld = true;
    setTile(std::nullopt);
    const WeightLines& lines = m_weights.at(wire)->lines();
    const QPointF middle = lines.isEmpty() ? item->geometry().labelAt : lines.middle(place);
    bringIntoSight(QRectF(middle, QSizeF(1, 1)));
    setWeight(HoveredWeight{wire, place}, m_view.mapFromScene(middle));
}

void ActivationOverlay::typeWeight(const QString& begun) {
    if (!m_isHeld || !m_weight)
        return;
    m_typedFor = m_weight;
    m_card->edit(begun);
}

void ActivationOverlay::letGo() {
    m_isHeld = false;
    setTile(std::nullopt);
    setWeight(std::nullopt, {});
}

/// Back from the box to the weight, where it is held by key.
void ActivationOverlay::cardLeft() {
    const std::optional<HoveredWeight> weight = m_weight;
    setWeight(std::nullopt, {});
    if (!m_isHeld)
        return;
    if (weight && factsOf(*weight) && m_view.hasFocus())
        holdWeight(weight->wire, weight->place);
    else
        m_isHeld = false;
}

void ActivationOverlay::bringIntoSight(const QRectF& sceneRect) {
    m_view.ensureVisible(sceneRect, 48, 48);
}

std::optional<ActivationOverlay::HoveredTile> ActivationOverlay::tileAt(const QPointF& scenePoint) const {
    for (const auto& [layer, item] : m_scene.layerItems()) {
        const PictureItem* picture = item->picture();
        if (picture == nullptr || !picture->hasPicture() || !item->sceneBody().contains(scenePoint))
            continue;
        if (const int tile = picture->tileAt(scenePoint); tile >= 0)
            return HoveredTile{layer, tile};
    }
    return std::nullopt;
}

std::optional<ActivationOverlay::HoveredWeight> ActivationOverlay::weightAt(const QPointF& scenePoint) const {
    std::optional<HoveredWeight> nearest;
    double least = kWeightReach;
    for (const auto& [wire, item] : m_weights) {
        const auto place = item->lines().at(scenePoint, kWeightReach / m_view.transform().m11());
        if (!place)
            continue;
        const double distance = item->lines().distance(*place, scenePoint);
        if (!nearest || distance < least) {
            least = distance;
            nearest = HoveredWeight{wire, *place};
        }
    }
    return nearest;
}

void ActivationOverlay::setTile(std::optional<HoveredTile> tile) {
    if (tile == m_tile)
        return;
    m_tile = tile;
    m_focusTimer.start();
    refreshLarge();
}

void ActivationOverlay::refreshLarge() {
    const LayerPicture* picture = m_tile ? pictureOf(m_tile->layer) : nullptr;
    const LayerItem* item = m_tile ? m_scene.layerItem(m_tile->layer) : nullptr;
    if (picture == nullptr || item == nullptr || item->picture() == nullptr ||
        m_tile->tile >= int(item->picture()->layout().tiles.size())) {
        m_large->hide();
        return;
    }
    const QString name = item->content().title;
    QString title = name;
    if (picture->kind == PictureKind::Plane || picture->kind == PictureKind::Curve)
        title = m_document.analysis().input == m_tile->layer
                    ? tr("Feature %1 of %2").arg(m_tile->tile + 1).arg(name)
                    : tr("Neuron %1 of %2").arg(m_tile->tile + 1).arg(name);
    else if (picture->kind == PictureKind::Maps)
        title = tr("Feature map %1 of %2").arg(m_tile->tile + 1).arg(name);
    const bool wasHidden = !m_large->isVisible();
    const QString before = m_large->title();
    m_large->show(*picture, m_tile->tile, title, m_pictures->range);
    if (wasHidden || before != title) {
        // Beside the card, so that its other tiles can be reached.
        const QRectF card = item->sceneBody();
        QRect beside = m_view.mapFromScene(card).boundingRect();
        const QRect tile = m_view.mapFromScene(item->picture()->sceneTile(m_tile->tile)).boundingRect();
        beside.setTop(tile.top());
        beside.setBottom(tile.bottom());
        m_large->place(beside);
    }
}

void ActivationOverlay::setPaused(bool paused) {
    const double wanted = paused ? 0 : WatchRequest().picturesPerSecond;
    if (m_request.picturesPerSecond == wanted)
        return;
    m_request.picturesPerSecond = wanted;
    emit requestChanged(m_request);
}

void ActivationOverlay::setFocus(const std::string& layer) {
    if (m_request.focus == layer)
        return;
    m_request.focus = layer;
    emit requestChanged(m_request);
}

void ActivationOverlay::setWeight(std::optional<HoveredWeight> weight, const QPoint& point) {
    if (weight == m_weight && !m_isHeld) // which may lie elsewhere in the view by now
        return;
    if (m_weight && m_weights.contains(m_weight->wire))
        m_weights.at(m_weight->wire)->setHovered(std::nullopt);
    m_weight = weight;
    if (!m_weight) {
        m_card->leave();
        return;
    }
    m_weights.at(m_weight->wire)->setHovered(m_weight->place);
    if (const auto facts = factsOf(*m_weight))
        m_card->show(point, *facts, m_isHeld);
}

std::optional<WeightFacts> ActivationOverlay::factsOf(const HoveredWeight& weight) const {
    const auto item = m_weights.find(weight.wire);
    const Wire* wire = m_document.network().wire(weight.wire);
    if (item == m_weights.end() || wire == nullptr)
        return std::nullopt;
    const Shape& shape = item->second->weights().values.shape; // of a layer that may have fewer neurons now
    if (shape.rank() != 2 || weight.place.from >= shape[0] || weight.place.to >= shape[1])
        return std::nullopt;
    const auto nameOf = [this](LayerId layer) {
        return QString::fromStdString(m_document.network().layer(layer)->name);
    };
    WeightFacts facts = WeightFacts::of(item->second->weights(), weight.place);
    facts.from = m_document.analysis().input == wire->from
                     ? tr("feature %1 of %2").arg(weight.place.from + 1).arg(nameOf(wire->from))
                     : tr("neuron %1 of %2").arg(weight.place.from + 1).arg(nameOf(wire->from));
    facts.to = tr("neuron %1 of %2").arg(weight.place.to + 1).arg(nameOf(wire->to));
    return facts;
}

void ActivationOverlay::refreshCard() {
    if (!m_weight)
        return;
    if (const auto facts = factsOf(*m_weight))
        m_card->refresh(*facts);
    else
        m_card->leave();
}

void ActivationOverlay::typed(double value) {
    // The card is left by now; what it was about is kept until then.
    const std::optional<HoveredWeight> weight = std::exchange(m_typedFor, std::nullopt);
    const auto item = weight ? m_weights.find(weight->wire) : m_weights.end();
    const Wire* wire = weight ? m_document.network().wire(weight->wire) : nullptr;
    if (item == m_weights.end() || wire == nullptr)
        return;
    const LayerWeights& weights = item->second->weights();
    const std::int64_t index = weight->place.from * weights.values.shape[1] + weight->place.to;
    const double before = double(weights.values.values[std::size_t(index)]);
    if (float(value) == float(before))
        return;
    const std::string name = weights.weight.substr(weights.layer.size() + 1);
    m_document.undoStack().push(new SetWeight(m_document, wire->to, name, index, before, value));
}

} // namespace protomind
