// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/opened/layer_opener.h"

#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/words/worded.h"

#include <QUndoStack>

#include <utility>

namespace protomind {

namespace {

/// Between two looks while it trains or is drawn for.
constexpr int kLookMilliseconds = 33;

} // namespace

LayerOpener::LayerOpener(Document& document, RunController& run, NetworkView& canvas, QWidget& parent,
                         std::vector<QWidget*> over)
    : QObject(&parent)
    , m_document(document)
    , m_run(run)
    , m_canvas(canvas)
    , m_view(new OpenedLayer(&parent, std::move(over))) {
    m_view->setObjectName(QStringLiteral("openedLayer"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LayerOpener::look);
    connect(&m_document, &Document::changed, this, &LayerOpener::follow);
    connect(&m_run, &RunController::progressed, this, &LayerOpener::lookSoon);
    connect(&m_run, &RunController::stateChanged, this, &LayerOpener::lookSoon);
    connect(&m_canvas, &NetworkView::openRequested, this, &LayerOpener::open);
    connect(m_view, &OpenedLayer::followed, this, [this](int channel) {
        m_channel = channel;
        look();
    });
    connect(m_view, &OpenedLayer::wanted, this, [this](int stage, const std::vector<std::int64_t>& at) {
        m_stage = stage;
        m_at = at;
        look();
    });
    connect(&m_view->working().weightBox(), &WeightBox::changed, this, &LayerOpener::setWeight);
    connect(m_view, &OpenedLayer::depthChanged, this, [this](OpenedLayer::Depth depth) {
        if (depth == OpenedLayer::Depth::Closed) {
            m_run.cancel(m_question);
            m_question = {};
            m_timer.stop();
        } else if (depth == OpenedLayer::Depth::Layer) {
            lookSoon();
        }
    });
}

void LayerOpener::open(LayerId layer) {
    const Layer* const found = m_document.network().layer(layer);
    if (found == nullptr)
        return;
    m_layer = layer;
    m_channel = 0; // so that nothing moves when another one is pointed at
    m_stage = 0;
    m_at.clear();
    m_shown = {};
    QRect from(m_view->parentWidget()->rect().center(), QSize(1, 1));
    if (const LayerItem* const card = m_canvas.networkScene().layerItem(layer)) {
        const QRect inView = m_canvas.mapFromScene(card->sceneBoundingRect()).boundingRect();
        from = QRect(m_canvas.viewport()->mapTo(m_view->parentWidget(), inView.topLeft()), inView.size());
    }
    m_view->open(QString::fromStdString(found->name), from);
    look();
}

void LayerOpener::setWeight(const QString& variable, qint64 index, double before, double after, int drag) {
    const std::string name = variable.toStdString();
    if (std::exchange(m_drag, drag) != drag)
        m_gesture = newGesture();
    if (drag == 0)
        m_document.undoStack().push(new SetWeight(m_document, m_layer, name, index, before, after));
    else
        m_document.undoStack().push(
            new MoveWeights(m_document, m_layer, {{name, index, before, after}}, m_gesture));
    lookSoon();
}

void LayerOpener::follow(const ChangeEvent& event) {
    if (m_view->depth() == OpenedLayer::Depth::Closed || std::holds_alternative<LayerMoved>(event))
        return;
    if (m_document.network().layer(m_layer) == nullptr)
        m_view->close();
    else
        lookSoon();
}

void LayerOpener::lookSoon() {
    if (m_view->depth() != OpenedLayer::Depth::Closed && !m_timer.isActive())
        m_timer.start(kLookMilliseconds);
}

bool LayerOpener::isInput(const std::string& layer) const {
    const Layer* const input = m_document.network().layer(m_document.analysis().input);
    return input != nullptr && input->name == layer;
}

/// Of the sample that the cards show.
LensRequest LayerOpener::request(const char* lens) const {
    LensRequest request{.lens = lens, .layer = m_document.network().layer(m_layer)->name};
    request.sample = {.split = Split::Validation, .index = 0, .values = {}};
    return request;
}

void LayerOpener::look() {
    if (m_view->depth() == OpenedLayer::Depth::Closed || m_document.network().layer(m_layer) == nullptr)
        return;
    if (const auto obstacle = trainingObstacle(m_document)) {
        m_view->showSentence(worded(obstacle->sentence));
        return;
    }
    if (m_run.isAsked(m_question)) {
        m_timer.start(kLookMilliseconds); // the newest question comes when that is answered
        return;
    }
    LensRequest asked = request("layer");
    if (m_view->depth() == OpenedLayer::Depth::Layer)
        asked.settings["channel"] = std::int64_t{m_channel};
    m_question = m_run.ask<LensRequest>(
        std::move(asked), this,
        [this](const Result<LensAnswered>& answer) {
            if (!answer)
                m_view->showSentence(worded(answer.error()));
            else
                show(*answer->result);
        },
        RunController::FailureHeard::ByAsker);
}

void LayerOpener::show(const LensResult& result) {
    if (result.layers.empty())
        return;
    m_shown = result.layers.front();
    if (m_view->depth() == OpenedLayer::Depth::Number) {
        lookAtNumber();
        return;
    }
    const bool input = !m_shown.inputs.empty() && isInput(m_shown.inputs.front().name);
    m_view->showLayer(m_shown, input, isInput(m_shown.output.name));
}

void LayerOpener::lookAtNumber() {
    LensRequest asked = request("arithmetic");
    asked.settings["stage"] = std::int64_t{m_stage};
    if (!m_at.empty())
        asked.settings["at"] = m_at;
    m_question = m_run.ask<LensRequest>(
        std::move(asked), this,
        [this](const Result<LensAnswered>& answer) {
            if (!answer)
                m_view->showSentence(worded(answer.error()));
            else if (!answer->result->workings.empty())
                m_view->showWorking(answer->result->workings.front(), m_shown,
                                    !m_shown.inputs.empty() && isInput(m_shown.inputs.front().name));
        },
        RunController::FailureHeard::ByAsker);
}

} // namespace protomind
