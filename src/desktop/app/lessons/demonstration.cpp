// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/demonstration.h"

#include "desktop/app/lessons/lesson_stage.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

namespace {

/// Between two actions.
constexpr int kPauseMilliseconds = 900;
/// How long a training is shown, whatever its number of steps.
constexpr double kTrainingSeconds = 5;

} // namespace

Demonstration::Demonstration(Document& document, RunController& run, LessonStage& stage,
                             LiveStateSource& source, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
    , m_stage(stage)
    , m_source(source)
    , m_trainingSeconds(kTrainingSeconds) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &Demonstration::next);
    connect(&run, &RunController::stateChanged, this,
            [this](RunState state) { m_began = m_began || state == RunState::Training; });
    connect(&run, &RunController::failed, this, [this] { m_began = true; }); // and ended at once
    connect(&source, &LiveStateSource::changed, this, &Demonstration::follow);
}

void Demonstration::setPace(int pauseMilliseconds, double trainingSeconds) {
    m_pause.setInterval(pauseMilliseconds);
    m_trainingSeconds = trainingSeconds;
}

void Demonstration::start(std::vector<LessonAction> actions,
                          std::map<std::string, std::vector<float>> weights) {
    stop();
    m_run.pause();
    m_actions = std::move(actions);
    m_next = 0;
    m_running = true;
    m_canTakeBack = true;
    m_undoIndex = m_document.undoStack().index();
    m_before = m_run.moment();
    m_weights = std::move(weights);
    m_speed = m_run.speed();
    m_speedChosen = false;
    m_source.setHandsOff(true);
    next();
}

void Demonstration::next() {
    if (!m_running)
        return;
    if (m_next == m_actions.size()) {
        m_running = false;
        m_source.setHandsOff(false);
        m_run.setSpeed(m_speed);
        emit finished();
        return;
    }
    const LessonAction action = m_actions[m_next++];
    if (const auto* training = std::get_if<TrainAction>(&action)) {
        beginTraining(*training);
        return;
    }
    m_speedChosen = m_speedChosen || std::holds_alternative<SetSpeedAction>(action);
    m_awaitsLook = std::holds_alternative<LookAction>(action);
    m_stage.act(action);
    if (!m_awaitsLook)
        m_pause.start();
}

void Demonstration::followLook() {
    if (!std::exchange(m_awaitsLook, false))
        return;
    m_pause.start();
}

void Demonstration::beginTraining(const TrainAction& action) {
    const LiveState state = m_source.state();
    const std::int64_t samples = state.dataSamples.value_or(1);
    const std::int64_t batch = std::max<std::int64_t>(1, m_document.experiment().training.batchSize);
    const std::int64_t stepsAnEpoch = std::max<std::int64_t>(1, (samples + batch - 1) / batch);
    const std::int64_t steps = action.steps > 0 ? action.steps : action.epochs * stepsAnEpoch;
    m_untilStep = action.steps > 0 ? state.steps + action.steps : -1;
    m_untilEpoch = action.steps > 0 ? -1 : std::floor(state.epochs) + static_cast<double>(action.epochs);
    if (!m_speedChosen)
        m_run.setSpeed(std::max(1.0, static_cast<double>(steps) / m_trainingSeconds));
    m_began = false;
    m_run.train();
}

/// Whether the training that is shown has come as far as it should.
void Demonstration::follow() {
    if (!m_running || (m_untilStep < 0 && m_untilEpoch < 0))
        return;
    const LiveState state = m_source.state();
    const bool there = (m_untilStep >= 0 && state.steps >= m_untilStep) ||
                       (m_untilEpoch >= 0 && state.epochs >= m_untilEpoch - 1e-9);
    const bool ended =
        m_began && (state.run == RunState::Finished || state.run == RunState::Diverged || state.diverged);
    if (!there && !ended)
        return;
    m_untilStep = -1;
    m_untilEpoch = -1;
    m_run.pause();
    m_pause.start();
}

void Demonstration::stop() {
    if (!m_running)
        return;
    m_running = false;
    m_awaitsLook = false;
    m_pause.stop();
    m_untilStep = -1;
    m_untilEpoch = -1;
    m_source.setHandsOff(false);
    m_run.pause();
    m_run.setSpeed(m_speed);
    emit stopped();
}

void Demonstration::takeBack() {
    stop();
    if (!m_canTakeBack)
        return;
    m_canTakeBack = false;
    m_source.setHandsOff(true);
    m_run.pause();
    if (m_document.undoStack().index() > m_undoIndex)
        m_document.undoStack().setIndex(m_undoIndex);
    m_run.returnTo(m_before);
    if (!m_before.weights)
        m_stage.setWeights(m_weights);
    m_source.setHandsOff(false);
    m_source.beginPage();
}

} // namespace protomind
