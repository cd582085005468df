// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/slow_motion/slow_motion.h"

#include "desktop/document/document.h"
#include "desktop/document/shown_sample.h"
#include "desktop/document/training_obstacle.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/slow_motion/slow_motion_view.h"
#include "desktop/words/worded.h"

#include <utility>

namespace protomind {

namespace {

constexpr int kSoonMilliseconds = 100;
/// A question that somebody else had given up is asked again after so long.
constexpr int kPatienceMilliseconds = 1000;

CardState::Active activeIn(PhaseKind kind) {
    return kind == PhaseKind::Backward || kind == PhaseKind::Update ? CardState::Active::Backward
                                                                    : CardState::Active::Forward;
}

} // namespace

SlowMotion::SlowMotion(Document& document, RunController& run, ShownSample& sample, NetworkView& canvas,
                       SlowMotionView& view, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
    , m_sample(sample)
    , m_canvas(canvas)
    , m_view(view) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, [this] { look(true); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_run.isAsked(m_question))
            m_patience.start();
        else
            look(true);
    });
    connect(&m_document, &Document::changed, this, &SlowMotion::follow);
    connect(&m_run, &RunController::stateChanged, this, &SlowMotion::followState);
    connect(&m_run, &RunController::failed, this, [this] { m_isStepping = false; });
    connect(&m_view, &SlowMotionView::phaseChanged, this, &SlowMotion::lightCard);
    connect(&m_view, &SlowMotionView::stepWanted, this, &SlowMotion::takeStep);
    connect(&m_view, &SlowMotionView::weightChosen, this, &SlowMotion::followWeight);
    connect(&m_view, &SlowMotionView::placeChosen, this, [this](std::size_t place) {
        m_place = static_cast<std::int64_t>(place);
        look(true);
    });
    connect(&m_view, &SlowMotionView::closeWanted, this, &SlowMotion::close);
}

void SlowMotion::open() {
    if (std::exchange(m_isOpen, true))
        return;
    m_begins = true;
    m_isStepping = false;
    emit openChanged(true);
    m_view.setFocus();
    if (m_run.isTraining()) {
        m_view.showSentence(tr("Pausing…"));
        m_run.pause();
        if (!m_run.isTraining()) // it had not begun yet
            look(false);
    } else {
        m_view.showSentence(tr("Taking the next step apart…"));
        look(false);
    }
}

void SlowMotion::close() {
    if (!std::exchange(m_isOpen, false))
        return;
    m_run.cancel(m_question);
    m_question = {};
    m_soon.stop();
    m_view.showSentence({}); // no card is lit any more
    m_patience.stop();
    // What was shown before, where nobody has chosen another one meanwhile.
    if (std::exchange(m_ownsSample, false) && m_sample.values() == m_view.step().sample)
        m_sample.show(std::exchange(m_formerSample, {}), std::exchange(m_formerWords, {}));
    emit openChanged(false);
}

void SlowMotion::follow(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        m_followed = {};
        m_place = 0;
        m_ownsSample = false; // of other data
        close();
    } else if (m_isOpen && !std::holds_alternative<LayerMoved>(event)) {
        m_soon.start();
    }
}

void SlowMotion::followState(RunState state) {
    if (!m_isOpen)
        return;
    if (state == RunState::Training) {
        if (!m_isStepping) {
            m_view.setPlaying(false);
            m_view.showSentence(tr("Now it trains at full speed. Pause it to go on in slow motion."));
        }
        return;
    }
    if (state == RunState::Diverged)
        m_view.setPlaying(false);
    m_isStepping = false;
    look(false);
}

void SlowMotion::look(bool sameStep) {
    if (!m_isOpen || m_isStepping || m_run.isTraining())
        return;
    if (const auto obstacle = trainingObstacle(m_document)) {
        m_view.setPlaying(false);
        m_view.showSentence(worded(obstacle->sentence));
        return;
    }
    m_isNewStep = m_isNewStep || !sameStep;
    m_run.cancel(m_question);
    m_patience.start();
    LensRequest request{.lens = "step"};
    request.settings["place"] = m_place;
    if (!m_followed.at.empty() && m_document.network().layerNamed(m_followed.layer) != nullptr) {
        request.layer = m_followed.layer;
        request.settings["weight"] = m_followed.weight;
        request.settings["at"] = m_followed.at;
    }
    m_question = m_run.ask<LensRequest>(
        std::move(request), this,
        [this](const Result<LensAnswered>& answer) {
            m_patience.stop();
            if (answer)
                return show(*answer->result);
            // What was followed may be gone after an edit.
            if (std::exchange(m_place, 0) != 0 || !std::exchange(m_followed, {}).at.empty())
                return look(true);
            m_view.setPlaying(false);
            m_view.showSentence(worded(answer.error()));
        },
        RunController::FailureHeard::ByAsker);
}

void SlowMotion::show(const LensResult& result) {
    if (!m_isOpen || result.trainingSteps.empty())
        return;
    const LensTrainingStep& step = result.trainingSteps.front();
    if (m_followed.at.empty())
        keepFollowing(step, step.weight.variable, step.weight.at); // through the steps that come
    m_view.setStep(step, !std::exchange(m_isNewStep, false));
    if (std::exchange(m_begins, false))
        m_view.setPlaying(true);
    if (!std::exchange(m_ownsSample, true)) {
        m_formerSample = m_sample.values();
        m_formerWords = m_sample.words();
    }
    m_sample.show(step.sample, tr("Of the batch: %1").arg(worded(step.target)));
}

void SlowMotion::takeStep() {
    if (m_isStepping || m_run.isTraining())
        return;
    m_isStepping = true;
    m_run.step(StepUnit::Batch);
}

void SlowMotion::followWeight(const std::string& variable, const std::vector<std::int64_t>& at) {
    keepFollowing(m_view.step(), variable, at);
    look(true);
}

void SlowMotion::keepFollowing(const LensTrainingStep& step, const std::string& variable,
                               const std::vector<std::int64_t>& at) {
    for (const LensLayerPass& layer : step.layers)
        for (std::size_t index = 0; index < layer.weights.size(); ++index)
            if (layer.weights[index].variable == variable)
                m_followed = {layer.layer, static_cast<std::int64_t>(index), at};
}

void SlowMotion::lightCard(int phase) {
    NetworkScene& scene = m_canvas.networkScene();
    if (phase < 0)
        return scene.setActive({}, CardState::Active::None);
    const StepPhase& shown = m_view.phases()[static_cast<std::size_t>(phase)];
    const Layer* const layer = m_document.network().layerNamed(shown.layer);
    scene.setActive(layer != nullptr ? layer->id : LayerId{},
                    layer != nullptr ? activeIn(shown.kind) : CardState::Active::None);
}

} // namespace protomind
