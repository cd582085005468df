// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/network_view.h"

#include "desktop/document/document.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/live/live_keys.h"
#include "desktop/editor/mini_map.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/palette/layer_finder.h"
#include "desktop/editor/picture_exporter.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/tools/tool.h"
#include "desktop/style/paint_guard.h"
#include "engine/nn/layer_type.h"
#include "studio/network/template.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

constexpr double kLeastZoom = 0.1;
constexpr double kMostZoom = 4;
constexpr double kZoomStep = 1.2;
constexpr double kFitMargin = 32;
constexpr double kGridDots = 24;
constexpr double kLeastDots = 16; ///< pixels between dots; closer than this they are a haze

bool takesInput(const std::string& type) {
    const LayerType* found = findLayerType(type);
    return found == nullptr || found->inputs != 0;
}

} // namespace

NetworkView::NetworkView(Document& document, Selection& selection, QWidget* parent, Clock clock)
    : QGraphicsView(parent)
    , m_document(document)
    , m_selection(selection)
    , m_clock(std::move(clock))
    , m_scene(std::make_unique<NetworkScene>(document, selection))
    , m_editing(std::make_unique<NetworkEditing>(document, selection, *m_scene)) {
    setObjectName(QStringLiteral("networkView"));
    setAccessibleName(tr("Network canvas"));
    viewport()->setAccessibleName(accessibleName());
    setScene(m_scene.get());
    setFrameShape(NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(AnchorViewCenter);
    // The canvas has no edges that bars could show; it is moved by hand, and Fit brings all of it back.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(true);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_scene->setLook(palette(), font());
    m_usualZoom = usualZoom();
    m_live = std::make_unique<ActivationOverlay>(document, *m_scene, *this, m_clock);
    m_liveKeys = new LiveKeys(document, *m_scene, *m_live, this);
    m_pictureExporter = new PictureExporter(*m_scene, selection, this);
    m_map = new MiniMap(*this);
    setTool(ToolKind::Select);
    m_actions = new EditorActions(*this, selection);
    m_finder = new LayerFinder(this);
    connect(m_finder, &LayerFinder::chosen, this, &NetworkView::addFound);
    connect(m_finder, &LayerFinder::closed, this, [this] { setFocus(); });
    connect(m_editing.get(), &NetworkEditing::said, this, &NetworkView::said);
    connect(m_editing.get(), &NetworkEditing::added, this, &NetworkView::showSelected);
    connect(&document, &Document::changed, this, &NetworkView::follow);
    connect(&selection, &Selection::changed, this, &NetworkView::describe);
    connect(&selection, &Selection::changed, m_live.get(), &ActivationOverlay::letGo);
    connect(m_liveKeys, &LiveKeys::said, this, &NetworkView::said);
    connect(m_pictureExporter, &PictureExporter::said, this, &NetworkView::said);
    growSceneRect();
    describe();
}

NetworkView::~NetworkView() {
    m_live.reset();
    // A scene that goes scrolls its view once more.
    delete std::exchange(m_map, nullptr);
    m_pan.reset();
    m_tool.reset();
}

void NetworkView::setTool(ToolKind kind) {
    if (m_tool && kind == m_toolKind)
        return;
    if (m_tool)
        m_tool->cancel();
    m_toolKind = kind;
    m_tool = makeTool(kind, {m_document, m_selection, *m_scene, *m_editing, *this});
    viewport()->setCursor(m_tool->cursorAt(mapToScene(viewport()->mapFromGlobal(QCursor::pos()))));
    emit toolChanged(kind);
}

void NetworkView::addLayer(const QString& type) {
    const std::string name = type.toStdString();
    if (const std::optional<LayerId> after = m_selection.singleLayer())
        m_editing->addLayerAfter(name, *after);
    else if (const std::optional<WireId> wire = m_selection.singleWire())
        m_editing->insertLayer(name, *wire, m_scene->wireItem(*wire)->geometry().labelAt);
    else if (m_document.network().layers().empty())
        m_editing->addLayer(name, QPointF(0, 0), false);
    else if (m_document.analysis().output && takesInput(name))
        m_editing->addLayerAfter(name, m_document.analysis().output);
    else
        m_editing->addLayer(name, m_scene->networkRect().bottomLeft() + QPointF(0, 48), false);
    showSelected();
}

void NetworkView::showSelected() {
    QRectF cards;
    for (const LayerId layer : m_selection.layers())
        cards |= m_scene->layerItem(layer)->sceneBody();
    growSceneRect();
    if (!cards.isNull())
        ensureVisible(cards, 48, 48);
}

QSizeF NetworkView::room() const {
    return (QSizeF(viewport()->size()) - QSizeF(2 * kFitMargin, 2 * kFitMargin)) / usualZoom();
}

void NetworkView::loadTemplate(const NetworkTemplate& source) {
    loadTemplate(source, source.make());
}

void NetworkView::loadTemplate(const NetworkTemplate& source, const Network& network, WeightEffect effect) {
    m_editing->loadTemplate(source, network, room(), effect);
    fit();
    fitAgain();
}

void NetworkView::arrange() {
    m_editing->arrange(room(), NetworkEditing::Scope::Loose);
    fit();
}

void NetworkView::arrangeAll() {
    m_editing->arrange(room(), NetworkEditing::Scope::All);
    fit();
}

double NetworkView::usualZoom() const {
    return std::max(1.0, font().pointSizeF() / kCardPoints);
}

/// When all panels have found their sizes.
void NetworkView::fitAgain() {
    QTimer::singleShot(0, this, [this] {
        if (m_fitted)
            fit();
    });
}

void NetworkView::followType() {
    const double before = std::exchange(m_usualZoom, usualZoom());
    if (before == m_usualZoom)
        return;
    if (m_fitted)
        fitAgain();
    else
        setZoom(zoom() * m_usualZoom / before);
}

double NetworkView::zoom() const {
    return transform().m11();
}

void NetworkView::setZoom(double zoom) {
    if (!std::isfinite(zoom))
        return;
    m_fitted = false;
    zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    m_map->refresh();
    emit zoomChanged(zoom);
}

void NetworkView::zoomIn() {
    setZoom(zoom() * kZoomStep);
}

void NetworkView::zoomOut() {
    setZoom(zoom() / kZoomStep);
}

void NetworkView::fit() {
    growSceneRect();
    const QRectF network = m_scene->networkRect().adjusted(-kFitMargin, -kFitMargin, kFitMargin, kFitMargin);
    if (m_scene->layerItems().empty()) {
        setZoom(usualZoom());
        centerOn(0, 0);
        m_fitted = true;
        return;
    }
    const double across = viewport()->width() / network.width();
    const double down = viewport()->height() / network.height();
    const ViewportAnchor anchor = transformationAnchor();
    setTransformationAnchor(AnchorViewCenter);
    setZoom(std::min({usualZoom(), across, down}));
    setTransformationAnchor(anchor);
    centerOn(network.center());
    m_fitted = true;
}

void NetworkView::reveal(LayerId layer) {
    const LayerItem* item = m_scene->layerItem(layer);
    if (item == nullptr)
        return;
    m_selection.select(layer);
    ensureVisible(item->sceneBody(), 48, 48);
}

void NetworkView::reveal(WireId wire) {
    const WireItem* item = m_scene->wireItem(wire);
    if (item == nullptr)
        return;
    m_selection.select(wire);
    ensureVisible(item->geometry().path.boundingRect(), 48, 48);
}

void NetworkView::nextProblem() {
    goToProblem(1);
}

void NetworkView::previousProblem() {
    goToProblem(-1);
}

void NetworkView::goToProblem(int by) {
    const NetworkProblem* problem = m_walk.step(m_document.analysis(), by);
    if (problem == nullptr) {
        emit said(tr("There are no problems: everything fits."));
        return;
    }
    const QString sentence = sentenceText(problem->sentence); // selecting may end what it is part of
    if (problem->wire && !problem->layer)
        reveal(problem->wire);
    else if (problem->layer)
        reveal(problem->layer);
    else
        m_selection.clear();
    emit said(sentence);
}

void NetworkView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    const bool look = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
                      event->type() == QEvent::StyleChange;
    if (look && m_scene) {
        m_scene->setLook(palette(), font());
        if (m_live)
            m_live->refreshLook();
        followType();
        resetCachedContent();
        viewport()->update();
    }
}

void NetworkView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    growSceneRect();
    m_map->refresh();
}

void NetworkView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    if (m_map != nullptr)
        m_map->refresh();
}

void NetworkView::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    if (std::exchange(m_fitWhenShown, false))
        fit();
    if (m_fitted)
        fitAgain();
}

void NetworkView::drawBackground(QPainter* painter, const QRectF& rect) {
    paintGuarded(*painter, [&] {
        const CardColours& colours = m_scene->colours();
        painter->fillRect(rect, colours.canvas);
        const double zoomed = kGridDots * zoom();
        const double distance = zoomed < kLeastDots ? kGridDots * std::ceil(kLeastDots / zoomed) : kGridDots;
        QList<QPointF> dots;
        for (double x = std::floor(rect.left() / distance) * distance; x < rect.right(); x += distance)
            for (double y = std::floor(rect.top() / distance) * distance; y < rect.bottom(); y += distance)
                dots.append({x, y});
        QPen pen(colours.grid, 2, Qt::SolidLine, Qt::RoundCap);
        pen.setCosmetic(true);
        painter->setPen(pen);
        painter->drawPoints(dots.constData(), int(dots.size()));
    });
}

void NetworkView::drawForeground(QPainter* painter, const QRectF&) {
    if (!m_document.network().layers().empty())
        return;
    const CardColours& colours = m_scene->colours();
    paintGuarded(*painter, [&] {
        painter->resetTransform();
        const QRectF room = QRectF(viewport()->rect()).adjusted(24, 24, -24, -24);
        QFont title = font();
        title.setPointSizeF(title.pointSizeF() * 1.5);
        title.setWeight(QFont::DemiBold);
        const QString heading = tr("Build a network");
        const QString text =
            tr("Drag a layer from the list onto the canvas, or just type its name.\n"
               "Begin with Input: it is where the data comes in.\n"
               "Then draw wires from the right side of a card to the left side of the next.");
        // As high as its lines are: in a narrow window there are more of them.
        const double width = std::min(520.0, room.width());
        const QRectF lines = QFontMetricsF(font()).boundingRect(QRectF(0, 0, width - 32, room.height()),
                                                                Qt::AlignHCenter | Qt::TextWordWrap, text);
        QRectF placed(0, 0, width, 62 + lines.height() + 16);
        placed.moveCenter(room.center());
        painter->setPen(QPen(mixed(colours.canvas, colours.text, 0.35), 1.5, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(placed, 12, 12);
        painter->setFont(title);
        painter->setPen(colours.text);
        painter->drawText(placed.adjusted(16, 22, -16, 0), Qt::AlignHCenter | Qt::AlignTop, heading);
        painter->setFont(font());
        painter->setPen(colours.muted);
        painter->drawText(placed.adjusted(16, 62, -16, -12),
                          Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
    });
}

void NetworkView::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_tool->cancel();
        if (isVisible())
            fit();
        else
            m_fitWhenShown = true;
    }
    if (std::holds_alternative<AnalysisChanged>(event) || std::holds_alternative<LayerMoved>(event)) {
        growSceneRect();
        describe();
        m_map->refresh();
    }
    if (m_document.network().layers().size() <= 1)
        viewport()->update(); // the hint comes or goes
}

/// There is always half a window of room around the network, so that any card can be brought to the middle.
void NetworkView::growSceneRect() {
    const QRectF network = m_scene->networkRect();
    const double x = std::max(400.0, viewport()->width() / 2.0 / std::min(1.0, zoom()));
    const double y = std::max(300.0, viewport()->height() / 2.0 / std::min(1.0, zoom()));
    const QRectF wanted = network.adjusted(-x, -y, x, y);
    // Not while a gesture is under way: the canvas would slide under the pointer.
    if (!(m_tool && m_tool->isBusy()) && wanted != sceneRect())
        setSceneRect(wanted);
}

/// For those who hear the canvas instead of seeing it.
void NetworkView::describe() {
    QString text = tr("%1 layers, %2 wires.")
                       .arg(m_document.network().layers().size())
                       .arg(m_document.network().wires().size());
    if (const std::optional<LayerId> layer = m_selection.singleLayer()) {
        if (const LayerItem* item = m_scene->layerItem(*layer)) {
            text += tr(" Selected: %1").arg(item->content().title);
            if (!item->content().output.isEmpty())
                text += tr(", output %1").arg(item->content().output);
            text += QStringLiteral(". ") + item->content().problem;
        }
    } else if (const std::optional<WireId> wire = m_selection.singleWire()) {
        const WireItem* item = m_scene->wireItem(*wire);
        const LayerItem* from = item == nullptr ? nullptr : m_scene->layerItem(item->from());
        const LayerItem* to = item == nullptr ? nullptr : m_scene->layerItem(item->to());
        if (from != nullptr && to != nullptr)
            text += tr(" Selected: the wire from %1 to %2, which carries %3.")
                        .arg(from->content().title, to->content().title, item->label());
    }
    setAccessibleDescription(text);
}

Tool& NetworkView::activeTool() {
    return m_pan ? *m_pan : *m_tool;
}

void NetworkView::endPan() {
    if (!m_pan)
        return;
    m_pan.reset();
    viewport()->setCursor(m_tool->cursorAt(mapToScene(viewport()->mapFromGlobal(QCursor::pos()))));
}

} // namespace protomind
