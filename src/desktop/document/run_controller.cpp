// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/run_controller.h"

#include "desktop/document/document.h"
#include "desktop/words/worded.h"
#include "studio/session/epoch_point.h"
#include "studio/session/process/guarded_session.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr int kAdaptMilliseconds = 250;

template<class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

} // namespace

RunController::RunController(Document& document, QObject* parent, Clock clock, std::int64_t undoBytes)
    : QObject(parent)
    , m_document(document)
    , m_memory(undoBytes) {
    m_client = std::make_unique<SessionClient>(
        [this](const EventEnvelope& envelope) { receive(envelope); },
        [this](std::function<void()> work) {
            QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
        },
        [&clock](SessionLink::Listener hear) {
            return std::make_unique<GuardedSession>(std::move(hear), GuardOptions{.clock = std::move(clock)});
        });
    m_keepTimer.setSingleShot(true);
    connect(&m_keepTimer, &QTimer::timeout, this, [this] {
        if (m_trainedSinceCheckpoint && m_phase == Phase::Prepared)
            askForCheckpoint();
        else
            askForRenaming();
    });
    m_adaptTimer.setSingleShot(true);
    m_adaptTimer.setInterval(kAdaptMilliseconds);
    connect(&m_adaptTimer, &QTimer::timeout, this, &RunController::adaptRun);
    connect(&m_document, &Document::changed, this, &RunController::followDocument);
    connect(&m_document, &Document::stepBegins, this, &RunController::beginStep);
    connect(&m_document, &Document::stepEnded, this, &RunController::endStep);
    startOver();
}

RunController::~RunController() {
    // First, and while this object is whole: its thread may be speaking to us.
    m_client.reset();
}

bool RunController::sameSeed() const {
    return m_origin.weights &&
           m_origin.weights->trainedAs->training.seed == m_document.experiment().training.seed;
}

bool RunController::fits(const std::shared_ptr<const Experiment>& experiment) const {
    return experiment && sameStructure(experiment->network, m_document.network()) &&
           experiment->training.seed == m_document.experiment().training.seed;
}

bool RunController::isTrained() const {
    if (isAhead() && m_trainedSinceCheckpoint && fits(m_prepared))
        return true;
    return carried() && carried()->all();
}

bool RunController::isTraining() const {
    return m_state == RunState::Training || trainingWaits();
}

void RunController::train() {
    if (const auto obstacle = trainingObstacle(m_document)) {
        emit failed(Problem{ProblemKind::Request, obstacle->sentence, {}, {}});
        return;
    }
    post(TrainRequest{});
}

std::optional<StepsDone> RunController::done() const {
    if (m_phase == Phase::Prepared && fits(m_prepared) && m_step > 0)
        return StepsDone{m_step, m_stepsPerEpoch};
    const Checkpoint* newest = m_origin.weights ? m_origin.weights->checkpoint.get() : nullptr;
    if (newest && carried() && carried()->all() && newest->step > 0 && newest->stepsPerEpoch > 0)
        return StepsDone{newest->step, newest->stepsPerEpoch};
    return std::nullopt;
}

void RunController::pause() {
    forgetTraining();
    if (!m_reprepare)
        m_adaptTimer.stop();
    m_client->post(PauseRequest{});
}

void RunController::step(StepUnit unit) {
    if (const auto obstacle = trainingObstacle(m_document)) {
        emit failed(Problem{ProblemKind::Request, obstacle->sentence, {}, {}});
        return;
    }
    post(StepRequest{unit});
}

void RunController::setSpeed(double stepsPerSecond) {
    m_speedChosen = true;
    applySpeed(stepsPerSecond);
}

void RunController::applySpeed(double stepsPerSecond) {
    if (stepsPerSecond == m_speed)
        return;
    m_speed = stepsPerSecond;
    m_client->post(SetSpeedRequest{stepsPerSecond});
    emit speedChanged(stepsPerSecond);
}

void RunController::setLearningRate(double learningRate) {
    if (!m_prepared)
        return;
    auto changed = std::make_shared<Experiment>(*m_prepared);
    changed->training.learningRate = learningRate;
    m_prepared = std::move(changed);
    m_client->post(SetLearningRateRequest{learningRate});
}

void RunController::receivePictures(std::shared_ptr<const Pictures> pictures) {
    m_picturesOfPrepared = std::move(pictures);
    if (fits(m_prepared))
        setPictures(m_picturesOfPrepared);
}

void RunController::setPictures(std::shared_ptr<const Pictures> pictures) {
    if (m_pictures == pictures)
        return;
    m_pictures = std::move(pictures);
    emit picturesChanged();
}

void RunController::watch(WatchRequest request) {
    m_watch = std::move(request);
    m_watch.variables = m_watchedVariables;
    m_watch.sample = m_watchedSample;
    m_client->post(m_watch);
}

void RunController::watchSample(HostArray sample) {
    if (sample == m_watchedSample)
        return;
    m_watchedSample = std::move(sample);
    if (m_client->isPending(m_sampleAsked))
        m_sampleWaits = true;
    else
        askForSample();
}

void RunController::askForSample() {
    m_watch.sample = m_watchedSample;
    m_sampleAsked = m_client->ask<WatchRequest>(
        m_watch,
        [this](const Result<Done>&) {
            if (std::exchange(m_sampleWaits, false))
                askForSample();
        },
        AnswerWanted::Always);
}

void RunController::watchVariables(std::vector<std::string> names) {
    if (names == m_watchedVariables)
        return;
    m_watchedVariables = std::move(names);
    watch(std::move(m_watch));
}

/// Of the present run, but what was asked for.
void RunController::receive(const EventEnvelope& envelope) {
    std::visit(Overloaded{[this](const StateChanged& it) { receiveState(it.state); },
                          [this](const Progress& it) {
                              m_trainedSinceCheckpoint = true;
                              ++m_trainings;
                              m_step = it.step;
                              emit progressed(it);
                          },
                          [this](const EpochDone& it) {
                              m_trainedSinceCheckpoint = true;
                              ++m_trainings;
                              m_step = it.step;
                              if (m_history.empty() || m_history.back().step < it.step)
                                  m_history.push_back(historyPointOf(it));
                              emit epochDone(it);
                          },
                          [this](const DivergedEvent& it) { receiveDivergence(it); },
                          [this](const Watched& it) { receivePictures(it.pictures); },
                          [this](const Failed& it) { receiveFailure(it.problem); },
                          [this](const LensProgress& it) { emit lensProgressed(it); },
                          [this](const DeviceNews& it) { emit deviceNews(it); }, [](const auto&) {}},
               envelope.event);
}

void RunController::receivePrepared(const Prepared& event) {
    m_phase = Phase::Prepared;
    m_trainedSinceCheckpoint = false;
    m_step = event.step;
    m_stepsPerEpoch = std::max<std::int64_t>(event.stepsPerEpoch, 1);
    m_untilStep = lastPlannedStep(m_prepared->training, {m_step, m_stepsPerEpoch});
    if (event.step == 0)
        m_history.clear(); // The checkpoint's weights did not all fit: this is a new run.
    if (m_document.experiment().training.learningRate != m_prepared->training.learningRate)
        setLearningRate(m_document.experiment().training.learningRate);
    if (!m_speedChosen)
        applySpeed(watchableSpeed(event));
    emit prepared(event);
    for (Waiting& waiting : std::exchange(m_waiting, {})) {
        // A weight that was set by hand is worth keeping.
        m_trainedSinceCheckpoint |= std::holds_alternative<SetWeightRequest>(waiting.envelope.request);
        post(std::move(waiting));
    }
    if (m_storingForCaller)
        fetchCheckpoint();
}

void RunController::setState(RunState state) {
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

/// What came after the state that is restored is given up.
void RunController::receiveDivergence(const DivergedEvent& event) {
    m_divergence = event;
    m_step = event.restoredStep;
    std::erase_if(m_history, [&](const HistoryPoint& point) { return point.step > event.restoredStep; });
    emit diverged(event);
}

void RunController::receiveState(RunState state) {
    const bool stopped =
        state == RunState::Paused || state == RunState::Finished || state == RunState::Diverged;
    if (state != RunState::Diverged)
        m_divergence.reset();
    if (state == RunState::Training)
        m_keepTimer.start(kCheckpointMilliseconds);
    else if (stopped)
        m_keepTimer.start(kAfterPauseMilliseconds);
    setState(state);
    if (state == RunState::Idle)
        loseRun();
}

/// The session gave the run up, and with it what was asked of it.
void RunController::loseRun() {
    m_picturesOfPrepared.reset();
    setPictures(nullptr);
    if (m_phase == Phase::Prepared) {
        leaveRun();
        m_trainedSinceCheckpoint = false;
        ++m_trainings;
    }
    while (!m_onTheWay.empty()) {
        const RequestId asked = m_onTheWay.begin()->first;
        m_client->cancel(asked);
        receiveCheckpoint(asked, nullptr);
    }
    if (m_phase == Phase::Unprepared)
        followHistory();
}

void RunController::receiveUnprepared(const Problem& problem) {
    leaveRun();
    m_waiting.clear();
    setState(RunState::Idle);
    receiveFailure(problem);
}

void RunController::leaveRun() {
    m_phase = Phase::Unprepared;
    m_prepared.reset();
    m_removed.clear();
    m_client->leaveRun();
}

void RunController::receiveFailure(const Problem& problem) {
    emit failed(problem);
    const bool comes = m_origin.weights && m_origin.weights->onTheWay;
    if (!isPreparing() && !comes && std::exchange(m_storingForCaller, false))
        emit checkpointStored();
}

void RunController::followDocument(const ChangeEvent& event) {
    if (std::holds_alternative<DocumentReplaced>(event)) {
        startOver();
        return;
    }
    if (const auto* weight = std::get_if<WeightSet>(&event)) {
        setWeight(*weight);
        return;
    }
    const auto* removed = std::get_if<LayerAboutToBeRemoved>(&event);
    if (removed != nullptr)
        noteRemoval(removed->layer);
    if (removed != nullptr || std::holds_alternative<LayerMoved>(event) ||
        std::holds_alternative<WireAboutToBeRemoved>(event))
        return;
    forgetCarried();
    m_edited = true;
    if (!m_inStep)
        followEdit();
}

/// Its weights are no other layer's, even if that one is given the same number.
void RunController::noteRemoval(LayerId layer) {
    for (Moment* moment : {&m_origin, &m_kept})
        if (moment->weights && moment->weights->trainedAs->network.layer(layer) != nullptr)
            moment->renewed.insert(layer);
    if (m_prepared && m_prepared->network.layer(layer) != nullptr)
        m_removed.insert(layer);
}

void RunController::followEdit() {
    m_edited = false;
    const bool fits = this->fits(m_prepared);
    if (!fits || m_prepared->data != m_document.experiment().data)
        cancelQuestions();
    setPictures(fits ? m_picturesOfPrepared : nullptr);
    adaptDocumentCheckpoint();
    if (m_prepared && m_phase == Phase::Prepared && upToDate()) {
        const double learningRate = m_document.experiment().training.learningRate;
        if (learningRate != m_prepared->training.learningRate)
            setLearningRate(learningRate);
        return;
    }
    if (m_state == RunState::Training)
        m_adaptTimer.start();
}

void RunController::adaptRun() {
    if (m_phase == Phase::Unprepared && std::exchange(m_reprepare, false)) {
        const bool obstacle = trainingObstacle(m_document).has_value();
        if (!obstacle)
            startPreparing();
        else if (forgetTraining())
            emit stateChanged(m_state);
        return;
    }
    if (m_state != RunState::Training || m_phase != Phase::Prepared || upToDate())
        return;
    // New settings are taken up in the course of the run; another network is another run, and a person starts
    // it.
    if (fits(m_prepared) && !trainingObstacle(m_document))
        post(TrainRequest{});
    else
        pause();
}

void RunController::startOver() {
    m_adaptTimer.stop();
    m_keepTimer.stop();
    if (m_client->run())
        m_client->post(PauseRequest{});
    leaveRun();
    cancelWeights();
    m_waiting.clear();
    m_trainedSinceCheckpoint = false;
    m_reprepare = false;
    m_historyAwaited = false;
    m_freshBefore.clear();
    m_origin = {};
    m_kept = {};
    forgetCarried();
    m_history.clear();
    if (const CheckpointPtr& checkpoint = m_document.checkpoint()) {
        m_origin.weights = std::make_shared<TrainedWeights>(
            TrainedWeights{.checkpoint = checkpoint,
                           .trainedAs = std::make_shared<const Experiment>(m_document.experiment())});
        if (isTrained())
            m_history = checkpoint->history;
    }
    m_picturesOfPrepared.reset();
    setPictures(nullptr);
    setState(RunState::Idle);
    emit historyChanged();
    if (std::exchange(m_storingForCaller, false))
        emit checkpointStored();
}

} // namespace protomind
