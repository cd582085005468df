// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/opened/layer_opener.h"

#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/shown_sample.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/editor/layer_item.h"
#include "desktop/editor/live/activation_overlay.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QUndoStack>

#include <algorithm>
#include <iterator>
#include <utility>

namespace protomind {

namespace {

/// Between two looks while it trains or is drawn for.
constexpr int kLookMilliseconds = 33;

/// So long nothing else was asked before all of the data is looked through.
constexpr int kQuietMilliseconds = 400;

/// A question that somebody else had given up is asked again after so long.
constexpr int kPatienceMilliseconds = 1000;

/// [height, width, channels], also of a grey one.
HostArray pictureValues(const LensPicture& picture) {
    HostArray values = picture.values;
    if (values.shape.rank() == 2)
        values.shape = Shape{values.shape[0], values.shape[1], 1};
    return values;
}

} // namespace

LayerOpener::LayerOpener(Document& document, RunController& run, ShownSample& sample, NetworkView& canvas,
                         QWidget& parent, std::vector<QWidget*> over)
    : QObject(&parent)
    , m_document(document)
    , m_run(run)
    , m_sample(sample)
    , m_canvas(canvas)
    , m_view(new OpenedLayer(&parent, std::move(over))) {
    m_view->setObjectName(QStringLiteral("openedLayer"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LayerOpener::look);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMilliseconds);
    connect(&m_quiet, &QTimer::timeout, this, &LayerOpener::lookForStrongest);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_run.isAsked(m_question))
            m_patience.start();
        else
            look();
    });
    connect(&m_view->page().strongest(), &SampleStrip::chosen, this, [this](int index) {
        const LensPicture& picture = m_view->page().strongest().samples()[static_cast<std::size_t>(index)];
        m_sample.show(pictureValues(picture), worded(picture.title));
    });
    connect(&m_document, &Document::changed, this, &LayerOpener::follow);
    connect(&m_run, &RunController::progressed, this, &LayerOpener::lookSoon);
    connect(&m_run, &RunController::historyChanged, this, [this] { m_strongest.clear(); });
    connect(&m_run, &RunController::stateChanged, this, [this] {
        showWhichSample();
        lookSoon();
    });
    connect(&m_canvas, &NetworkView::openRequested, this, &LayerOpener::open);
    connect(&m_sample, &ShownSample::changed, this, &LayerOpener::followSample);
    connect(m_view, &OpenedLayer::sampleStepWanted, this, &LayerOpener::stepSample);
    connect(m_view, &OpenedLayer::trainingWanted, this, [this](bool training) {
        m_training = training;
        m_place = 0;
        showWhichSample();
        look();
    });
    connect(m_view, &OpenedLayer::firstSampleWanted, &m_sample, &ShownSample::reset);
    followSample();
    connect(m_view, &OpenedLayer::followed, this, [this](int channel) {
        m_channel = channel;
        look();
    });
    connect(m_view, &OpenedLayer::wanted, this, [this](int stage, const std::vector<std::int64_t>& at) {
        m_stage = stage;
        m_at = at;
        look();
    });
    connect(m_view, &OpenedLayer::layerWanted, this,
            [this](const QString& name, int stage, const std::vector<std::int64_t>& at) {
                const Layer* const layer = m_document.network().layerNamed(name.toStdString());
                if (layer == nullptr)
                    return;
                m_layer = layer->id;
                m_channel = 0;
                m_stage = stage;
                m_at = at;
                look();
            });
    connect(&m_view->working().weightBox(), &WeightBox::changed, this, &LayerOpener::setWeight);
    connect(m_view, &OpenedLayer::depthChanged, this, [this](OpenedLayer::Depth depth) {
        m_canvas.live().setPaused(depth != OpenedLayer::Depth::Closed);
        if (depth == OpenedLayer::Depth::Closed) {
            m_run.cancel(m_question);
            m_question = {};
            m_again = false;
            m_quiet.stop();
            m_patience.stop();
            giveUpStrongest();
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
    if (!std::holds_alternative<LayerMoved>(event))
        m_strongest.clear();
    if (m_view->depth() == OpenedLayer::Depth::Closed || std::holds_alternative<LayerMoved>(event))
        return;
    if (std::holds_alternative<DocumentReplaced>(event) || m_document.network().layer(m_layer) == nullptr)
        m_view->close();
    else
        lookSoon();
}

void LayerOpener::followSample() {
    showWhichSample();
    look();
}

void LayerOpener::showWhichSample() {
    m_view->setSample(usesTraining() ? tr("Sample %1 of the next batch").arg(m_place + 1) : m_sample.words());
}

/// While it trains there is no next step to be looked at in peace.
bool LayerOpener::usesTraining() const {
    return m_training && !m_run.isTraining();
}

void LayerOpener::stepSample(int by) {
    if (!usesTraining())
        return m_sample.step(by);
    m_place = std::max<std::int64_t>(0, m_place + by);
    showWhichSample();
    look();
}

void LayerOpener::lookSoon() {
    if (m_view->depth() != OpenedLayer::Depth::Closed && !m_timer.isActive())
        m_timer.start(kLookMilliseconds);
}

/// What goes into the network, where a person knows it as a picture.
bool LayerOpener::isPicture(const LensArray& array) const {
    const Layer* const input = m_document.network().layer(m_document.analysis().input);
    return input != nullptr && array.name == input->name && array.numbers.shape.rank() == 3;
}

bool LayerOpener::comesAsPicture() const {
    return !m_shown.inputs.empty() && isPicture(m_shown.inputs.front());
}

/// And not from outside.
bool LayerOpener::comesFromLayer() const {
    const Layer* const input = m_document.network().layer(m_document.analysis().input);
    return !m_shown.inputs.empty() && input != nullptr && m_shown.inputs.front().name != input->name;
}

/// Of the sample that the cards show.
LensRequest LayerOpener::request(const char* lens) const {
    LensRequest request{.lens = lens, .layer = m_document.network().layer(m_layer)->name};
    request.sample = {.split = Split::Validation, .index = 0, .values = m_sample.values()};
    if (usesTraining()) {
        request.settings["training"] = true;
        request.settings["place"] = m_place;
    }
    return request;
}

void LayerOpener::look() {
    if (m_view->depth() == OpenedLayer::Depth::Closed || m_document.network().layer(m_layer) == nullptr)
        return;
    if (const auto obstacle = trainingObstacle(m_document)) {
        m_quiet.stop();
        m_view->showSentence(worded(obstacle->sentence));
        return;
    }
    if (m_run.isAsked(m_question)) {
        m_again = true;
        return;
    }
    giveUpStrongest(); // what a person waits for comes first
    m_quiet.start();
    m_patience.start();
    LensRequest asked = request("layer");
    if (m_view->depth() == OpenedLayer::Depth::Layer)
        asked.settings["channel"] = std::int64_t{m_channel};
    m_question = m_run.ask<LensRequest>(
        std::move(asked), this,
        [this](const Result<LensAnswered>& answer) {
            if (!answer && m_training && std::exchange(m_place, 0) > 0) {
                showWhichSample(); // the batch has no more
                return look();
            }
            if (!answer)
                m_view->showSentence(worded(answer.error()));
            else if (isOfShownLayer(*answer->result))
                show(*answer->result);
            answered();
        },
        RunController::FailureHeard::ByAsker);
}

/// Another one may have been opened since it was asked.
bool LayerOpener::isOfShownLayer(const LensResult& result) const {
    const Layer* const layer = m_document.network().layer(m_layer);
    return layer != nullptr && layer->name == result.layer;
}

void LayerOpener::answered() {
    if (!m_run.isAsked(m_question))
        m_patience.stop();
    if (!m_run.isAsked(m_question) && std::exchange(m_again, false))
        look();
}

void LayerOpener::show(const LensResult& result) {
    if (result.layers.empty())
        return;
    m_shown = result.layers.front();
    if (m_view->depth() == OpenedLayer::Depth::Number) {
        lookAtNumber();
        return;
    }
    m_view->showLayer(m_shown, comesAsPicture(), isPicture(m_shown.output));
    showStrongest();
}

void LayerOpener::giveUpStrongest() {
    if (!m_run.isAsked(m_strongestQuestion))
        return;
    m_run.cancel(m_strongestQuestion);
    m_run.cancelLens("top-samples");
}

void LayerOpener::lookForStrongest() {
    const Layer* const layer = m_document.network().layer(m_layer);
    if (m_view->depth() != OpenedLayer::Depth::Layer || layer == nullptr || m_run.isTraining())
        return;
    if (const auto kept = m_strongest.find(layer->name);
        kept != m_strongest.end() && kept->second->step == m_run.stepsDone())
        return;
    if (m_run.isAsked(m_question)) {
        m_quiet.start();
        return;
    }
    m_strongestQuestion = m_run.ask<LensRequest>(
        {.lens = "top-samples", .layer = layer->name}, this,
        [this, name = layer->name](const Result<LensAnswered>& answer) {
            if (answer)
                m_strongest[name] = answer->result;
            showStrongest();
        },
        RunController::FailureHeard::ByAsker);
}

/// Of the channel that is followed, where they are known.
void LayerOpener::showStrongest() {
    const auto kept = m_strongest.find(m_shown.output.name.text());
    const auto channel = static_cast<std::size_t>(std::max<std::int64_t>(m_shown.channel, 0));
    std::vector<LensPicture> samples;
    QString words;
    if (kept != m_strongest.end() && !kept->second->tables.empty()) {
        const LensResult& result = *kept->second;
        const auto isOfChannel = [channel](const LensPicture& picture) {
            return picture.group == sentence("Channel {}", static_cast<std::int64_t>(channel));
        };
        std::ranges::copy_if(result.pictures, std::back_inserter(samples), isOfChannel);
        words = m_shown.output.numbers.shape.rank() > 1
                    ? tr("Map %1 answers most to these samples").arg(channel)
                    : tr("Neuron %1 answers most to these samples").arg(channel);
        if (result.step != m_run.stepsDone())
            words += tr(" (at step %1)").arg(shownCount(result.step));
    }
    m_view->page().strongest().setSamples(std::move(samples), words);
}

void LayerOpener::showNumber(const LensResult& result) {
    m_view->showWorking(result.workings.front(), m_shown, comesAsPicture(),
                        result.pictures.empty() ? HostArray() : pictureValues(result.pictures.front()),
                        comesFromLayer());
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
            else if (!answer->result->workings.empty() && isOfShownLayer(*answer->result))
                showNumber(*answer->result);
            answered();
        },
        RunController::FailureHeard::ByAsker);
}

} // namespace protomind
