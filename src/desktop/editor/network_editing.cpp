// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/network_editing.h"

#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/arrange/layout_around.h"
#include "desktop/editor/arrange/rows_layout.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/problems/problem_walk.h"
#include "desktop/editor/selection.h"
#include "desktop/words/worded.h"
#include "studio/network/connection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr char kNetworkMimeType[] = "application/x-protomind-network+json";
constexpr double kGap = 80; ///< between a card and one put behind it
constexpr double kCopyOffset = 32;

} // namespace

NetworkEditing::NetworkEditing(Document& document, Selection& selection, NetworkScene& scene, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_scene(scene)
    , m_nudging(newGesture()) {
    connect(&selection, &Selection::changed, this, [this] { m_nudging = newGesture(); });
}

Position NetworkEditing::snapped(const QPointF& point) {
    return {std::round(point.x() / kGrid) * kGrid, std::round(point.y() / kGrid) * kGrid};
}

void NetworkEditing::addLayer(const std::string& type, const QPointF& position, bool byHand) {
    Position place = snapped(position);
    place.byHand = byHand;
    pushAdding(new AddLayer(m_document, type, place));
}

void NetworkEditing::addLayerAfter(const std::string& type, LayerId after) {
    const LayerItem* item = m_scene.layerItem(after);
    if (item == nullptr)
        return;
    const Position position = snapped(item->sceneBody().topRight() + QPointF(kGap, 0));
    const QRectF card(QPointF(position.x, position.y), m_scene.usualCard());
    pushAdding(new AddLayerAfter(m_document, type, after, position, roomFor(card)));
}

void NetworkEditing::insertLayer(const std::string& type, WireId wire, const QPointF& centre) {
    const WireItem* item = m_scene.wireItem(wire);
    if (item == nullptr)
        return;
    const QSizeF size = m_scene.usualCard();
    const Position position = snapped(placeOnWire(*item, centre, size));
    const QRectF card(QPointF(position.x, position.y), size);
    pushAdding(new InsertLayer(m_document, type, wire, position, roomFor(card)));
}

void NetworkEditing::putOnWire(LayerId layer, WireId wire, const QPointF& centre) {
    const LayerItem* card = m_scene.layerItem(layer);
    const WireItem* item = m_scene.wireItem(wire);
    if (card == nullptr || item == nullptr || !isLoose(layer))
        return;
    const QSizeF size = card->geometry().body.size();
    Position position = snapped(placeOnWire(*item, centre, size));
    position.byHand = true;
    const QRectF placed(QPointF(position.x, position.y), size);
    m_document.undoStack().push(new PutOnWire(m_document, layer, wire, position, roomFor(placed, layer)));
}

bool NetworkEditing::isLoose(LayerId layer) const {
    const Network& network = m_document.network();
    const Layer* found = network.layer(layer);
    const LayerType* type = found == nullptr ? nullptr : findLayerType(found->type);
    return type != nullptr && type->inputs != 0 && network.wiresInto(layer).empty() &&
           network.wiresFrom(layer).empty();
}

/// Level with the layer before it, and clear of it, unless it is dropped in another row.
QPointF NetworkEditing::placeOnWire(const WireItem& wire, const QPointF& centre, const QSizeF& size) const {
    const QRectF from = m_scene.layerItem(wire.from())->sceneBody();
    const QPointF place = centre - QPointF(size.width(), size.height()) / 2;
    if (std::abs(place.y() - from.top()) < size.height() / 2)
        return {std::max(place.x(), from.right() + kGap), from.top()};
    return place;
}

void NetworkEditing::removeSelection() {
    if (m_selection.isEmpty()) {
        emit said(tr("Select a layer or a wire first, then remove it."));
        return;
    }
    m_document.undoStack().push(new RemoveParts(m_document, m_selection.layers(), m_selection.wires()));
}

void NetworkEditing::copy() {
    if (m_selection.layers().empty()) {
        emit said(tr("Select the layers to copy first."));
        return;
    }
    const std::string text = clipboardText(partOf(m_document.network(), m_selection.layers()));
    auto* data = new QMimeData;
    data->setText(QString::fromStdString(text));
    data->setData(QLatin1String(kNetworkMimeType), QByteArray::fromStdString(text));
    QGuiApplication::clipboard()->setMimeData(data);
    m_pastes = 0;
}

void NetworkEditing::cut() {
    copy();
    if (!m_selection.layers().empty())
        removeSelection();
}

void NetworkEditing::paste() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data != nullptr && data->hasImage() && !data->hasFormat(QLatin1String(kNetworkMimeType))) {
        emit picturePasted(qvariant_cast<QImage>(data->imageData()));
        return;
    }
    const QString text = data == nullptr ? QString() : data->text();
    if (text.trimmed().isEmpty()) {
        emit said(tr("The clipboard holds no layers. Copy some first."));
        return;
    }
    const Result<Network> part = partFromClipboard(text.toStdString());
    if (!part || part->layers().empty()) {
        emit said(tr("What is on the clipboard is not a part of a network."));
        return;
    }
    const double offset = kCopyOffset * ++m_pastes;
    auto* command = new PasteLayers(m_document, *part, {offset, offset});
    const std::vector<LayerId> copies = command->pasted();
    m_document.undoStack().push(command);
    m_selection.set({copies.begin(), copies.end()});
    emit added();
}

void NetworkEditing::duplicate() {
    if (m_selection.layers().empty()) {
        emit said(tr("Select the layers to duplicate first."));
        return;
    }
    auto* command = new PasteLayers(m_document, partOf(m_document.network(), m_selection.layers()),
                                    {kCopyOffset, kCopyOffset}, PasteLayers::Kind::Duplicate);
    const std::vector<LayerId> copies = command->pasted();
    m_document.undoStack().push(command);
    m_selection.set({copies.begin(), copies.end()});
    emit added();
}

void NetworkEditing::selectAll() {
    std::set<LayerId> layers;
    for (const Layer& layer : m_document.network().layers())
        layers.insert(layer.id);
    std::set<WireId> wires;
    for (const Wire& wire : m_document.network().wires())
        wires.insert(wire.id);
    m_selection.set(std::move(layers), std::move(wires));
}

void NetworkEditing::nudge(const QPointF& by) {
    std::map<LayerId, Position> positions;
    for (const LayerId id : m_selection.layers()) {
        const Position& position = m_document.network().layer(id)->position;
        positions[id] = {position.x + by.x(), position.y + by.y(), true};
    }
    move(positions, m_nudging);
}

void NetworkEditing::move(const std::map<LayerId, Position>& positions, Gesture gesture) {
    if (!positions.empty())
        m_document.undoStack().push(new MoveLayers(m_document, positions, gesture));
}

void NetworkEditing::connectLayers(LayerId from, LayerId to, int port) {
    m_document.undoStack().push(new AddWire(m_document, from, to, port));
}

void NetworkEditing::connectSelection() {
    const Network& network = m_document.network();
    std::vector<LayerId> layers(m_selection.layers().begin(), m_selection.layers().end());
    if (layers.size() < 2) {
        emit said(tr("Select at least %1 layers first.").arg(2));
        return;
    }
    std::ranges::stable_sort(layers, {}, [&network](LayerId layer) {
        const Position& place = network.layer(layer)->position;
        return std::pair(place.x, place.y);
    });
    const Result<Network> after = withChain(network, layers);
    if (!after) {
        emit said(wordedWithoutPlace(after.error()));
        return;
    }
    auto* command = new ConnectLayers(m_document, layers, *after);
    if (command->isObsolete())
        emit said(tr("These layers are connected already."));
    m_document.undoStack().push(command);
}

void NetworkEditing::align(Alignment alignment) {
    std::map<LayerId, QRectF> cards;
    for (const LayerId layer : m_selection.layers())
        cards[layer] = m_scene.layerItem(layer)->sceneBody();
    if (cards.size() < cardsNeeded(alignment)) {
        emit said(tr("Select at least %1 layers first.").arg(cardsNeeded(alignment)));
        return;
    }
    std::map<LayerId, Position> positions;
    for (const auto& [layer, position] : aligned(cards, alignment)) {
        const Position& now = m_document.network().layer(layer)->position;
        if (now.x != position.x || now.y != position.y)
            positions[layer] = position;
    }
    if (positions.empty()) {
        emit said(tr("These layers are lined up already."));
        return;
    }
    const bool spread = alignment == Alignment::SpreadAcross || alignment == Alignment::SpreadDown;
    m_document.undoStack().push(new MoveLayers(
        m_document, positions, (spread ? tr("Spread %1 layers") : tr("Align %1 layers")).arg(cards.size())));
}

void NetworkEditing::arrange(const QSizeF& room, Scope scope) {
    const Network& network = m_document.network();
    if (network.layers().empty()) {
        emit said(tr("There are no layers to arrange yet."));
        return;
    }
    std::map<LayerId, double> heights;
    for (const auto& [layer, item] : m_scene.layerItems())
        heights[layer] = item->sceneBody().height();
    const double width = widthOfRows(network, heights, room);
    const auto positions =
        scope == Scope::All ? rowsLayout(network, heights, width) : layoutAround(network, heights, width);
    const qsizetype kept = qsizetype(network.layers().size() - positions.size());
    if (positions.empty())
        emit said(tr("Every layer lies where you put it. Arrange All Layers moves these as well."));
    else if (kept > 0)
        emit said(
            kept == 1
                ? tr("One layer stays where you put it. Arrange All Layers moves it as well.")
                : tr("%1 layers stay where you put them. Arrange All Layers moves these as well.").arg(kept));
    if (!positions.empty())
        m_document.undoStack().push(new MoveLayers(
            m_document, positions, scope == Scope::All ? tr("Arrange all layers") : tr("Arrange layers")));
}

void NetworkEditing::loadTemplate(const NetworkTemplate& source, Network network, const QSizeF& room,
                                  WeightEffect effect) {
    const std::map<LayerId, double> heights = cardHeights(network);
    for (const auto& [layer, position] : rowsLayout(network, heights, widthOfRows(network, heights, room)))
        if (!network.layer(layer)->position.byHand)
            network.layer(layer)->position = position;
    m_document.undoStack().push(new LoadTemplate(m_document, source, network, effect));
    m_selection.clear();
}

void NetworkEditing::apply(const Fix& fix) {
    auto* command = new ApplyFix(m_document, fix);
    if (command->isObsolete())
        emit said(tr("This no longer fits the network."));
    m_document.undoStack().push(command);
}

void NetworkEditing::applyFirstFix(LayerId layer) {
    const NetworkProblem* problem = worstProblem(m_document.analysis(), layer);
    if (problem != nullptr && !problem->fixes.empty())
        apply(Fix(problem->fixes.front()));
}

/// Where cards to the right of a new one, in its row, must go so that it has room.
std::map<LayerId, Position> NetworkEditing::roomFor(const QRectF& card, LayerId except) const {
    double nearest = card.right() + kGap;
    std::vector<LayerId> inTheWay;
    for (const auto& [layer, item] : m_scene.layerItems()) {
        const QRectF body = item->sceneBody();
        const bool sameRow = body.top() < card.bottom() && body.bottom() > card.top();
        if (layer == except || !sameRow || body.center().x() < card.left())
            continue;
        inTheWay.push_back(layer);
        nearest = std::min(nearest, body.left());
    }
    const double shift = card.right() + kGap - nearest;
    std::map<LayerId, Position> moved;
    if (shift <= 0)
        return moved;
    for (const LayerId layer : inTheWay) {
        const Position& position = m_document.network().layer(layer)->position;
        moved[layer] = snapped({position.x + shift, position.y});
    }
    return moved;
}

void NetworkEditing::pushAdding(ChangeNetwork* command) {
    const LayerId added = m_document.network().nextLayerId();
    m_document.undoStack().push(command);
    m_selection.select(added);
}

} // namespace protomind
