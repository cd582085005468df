// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the weights of a run come to the document, and back.
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <utility>

namespace protomind {

void RunController::restore(CheckpointPtr checkpoint) {
    m_adaptTimer.stop();
    m_reprepare = false;
    m_historyAwaited = false;
    m_origin = {};
    if (checkpoint)
        m_origin.weights = std::make_shared<TrainedWeights>(
            TrainedWeights{.checkpoint = checkpoint,
                           .trainedAs = std::make_shared<const Experiment>(m_document.experiment())});
    forgetCarried();
    ++m_trainings;
    m_trainedSinceCheckpoint = false;
    m_waiting.clear();
    m_history.clear();
    if (checkpoint || m_document.checkpoint())
        m_document.setCheckpoint(std::move(checkpoint));
    if (!trainingObstacle(m_document)) {
        postPrepare();
    } else {
        m_client->post(PauseRequest{});
        leaveRun();
        setState(RunState::Idle);
    }
    emit historyChanged();
    if (std::exchange(m_storingForCaller, false))
        emit checkpointStored();
}

void RunController::fetchCheckpoint() {
    m_storingForCaller = true;
    if (isPreparing())
        return; // What is on its way will tell.
    if (isAhead()) {
        askForCheckpoint();
        return;
    }
    if (m_origin.weights && m_origin.weights->onTheWay)
        return;
    askForRenaming();
    if (m_renamed.asked)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (std::exchange(m_storingForCaller, false))
                emit checkpointStored();
        },
        Qt::QueuedConnection);
}

void RunController::askForCheckpoint() {
    if (!m_origin.weights || !m_origin.weights->onTheWay)
        m_kept = m_origin;
    m_origin = {.weights = std::make_shared<TrainedWeights>(
                    TrainedWeights{.checkpoint = nullptr, .trainedAs = m_prepared, .onTheWay = true}),
                .renewed = m_removed};
    forgetCarried();
    forgetRenamed();
    m_memory.add(m_origin.weights);
    m_trainedSinceCheckpoint = m_state == RunState::Training;
    const RequestId asked = m_client->nextId();
    m_onTheWay[asked] = m_origin.weights;
    m_client->post(
        {asked, CheckpointRequest{}},
        SessionClient::handlerOf<CheckpointTaken>([this, asked](const Result<CheckpointTaken>& taken) {
            if (!taken)
                emit failed(taken.error());
            receiveCheckpoint(asked, taken ? taken->checkpoint : nullptr);
        }),
        AnswerWanted::Always);
}

/// Where layers have other names than in the newest weights, the document is to have these with the names of
/// now.
void RunController::askForRenaming() {
    const LayerRenames renames = this->renames();
    if (renames.empty() || !m_origin.weights->checkpoint || !carried() || carried()->kept.empty())
        return;
    const CheckpointPtr& checkpoint = m_origin.weights->checkpoint;
    if (m_renamed.of == checkpoint && m_renamed.renames == renames)
        return;
    m_client->cancel(m_renamed.asked);
    const auto received = [this](const Result<CheckpointTaken>& taken) {
        receiveRenamed(taken ? taken->checkpoint : nullptr);
    };
    m_renamed = {.of = checkpoint,
                 .renames = renames,
                 .checkpoint = nullptr,
                 .asked =
                     m_client->ask(RenameLayersRequest{checkpoint, renames}, received, AnswerWanted::Always)};
}

void RunController::setWeight(const WeightSet& event) {
    if (m_inStep && !m_inPlace) {
        m_setLater.push_back(event); // All weights of a moment come first.
        return;
    }
    const Layer* layer = m_document.network().layer(event.layer);
    if (layer == nullptr || trainingObstacle(m_document))
        return;
    post(SetWeightRequest{layer->name + "/" + event.weight, event.index, event.value});
    m_trainedSinceCheckpoint = true;
    if (m_state != RunState::Training)
        m_keepTimer.start(kAfterPauseMilliseconds);
}

void RunController::setWeights(const std::map<std::string, std::vector<float>>& weights) {
    if (trainingObstacle(m_document))
        return;
    for (const auto& [name, numbers] : weights)
        for (std::size_t i = 0; i < numbers.size(); ++i)
            post(SetWeightRequest{name, static_cast<std::int64_t>(i), double(numbers[i])});
}

void RunController::receiveRenamed(const CheckpointPtr& checkpoint) {
    m_renamed.asked = {};
    m_renamed.checkpoint = checkpoint;
    adaptDocumentCheckpoint();
    m_storingForCaller = false;
    emit checkpointStored();
}

/// The project was replaced: nobody keeps them any more.
void RunController::cancelWeights() {
    for (const auto& [asked, weights] : std::exchange(m_onTheWay, {}))
        m_client->cancel(asked);
    m_client->cancel(m_renamed.asked);
    m_renamed = {};
}

void RunController::receiveCheckpoint(RequestId answered, const CheckpointPtr& checkpoint) {
    const TrainedWeightsPtr weights = m_onTheWay.extract(answered).mapped();
    weights->onTheWay = false;
    weights->checkpoint = checkpoint;
    weights->givenUp = !checkpoint;
    const bool newest = weights == m_origin.weights;
    if (newest && weights->givenUp) {
        m_origin = m_kept;
        m_trainedSinceCheckpoint |= m_phase == Phase::Prepared;
    }
    forgetCarried();
    const bool comes = m_origin.weights && m_origin.weights->onTheWay;
    m_memory.trim(comes ? m_kept.weights : m_origin.weights);
    if (m_onTheWay.empty())
        m_kept = {};
    if (!newest) {
        // These were asked for; the network has others by now, or newer ones follow.
        if (m_storingForCaller && !comes)
            fetchCheckpoint();
        return;
    }
    if (m_state == RunState::Training)
        m_keepTimer.start(kCheckpointMilliseconds);
    // Of a very quick run not every epoch was told of.
    const bool runStays = weights->givenUp && m_phase == Phase::Prepared;
    if (std::exchange(m_historyAwaited, false) && !runStays)
        followHistory();
    else if (!weights->givenUp && carried() && carried()->all() && !m_trainedSinceCheckpoint &&
             fits(weights->trainedAs))
        m_history = weights->checkpoint->history;
    adaptDocumentCheckpoint();
    if (m_phase == Phase::Fetching)
        postPrepare();
    if (m_storingForCaller)
        askForRenaming();
    if (!m_renamed.asked) {
        m_storingForCaller = false;
        emit checkpointStored();
    }
}

/// What of the newest weights the present network can take over goes into its file; where the network can't
/// be built, all of them.
void RunController::adaptDocumentCheckpoint() {
    if (m_origin.weights && m_origin.weights->onTheWay)
        return;
    CheckpointPtr wanted = sameSeed() ? m_origin.weights->checkpoint : nullptr;
    if (wanted && carried() && carried()->kept.empty())
        wanted.reset();
    if (const LayerRenames renames = wanted ? this->renames() : LayerRenames(); !renames.empty()) {
        if (m_renamed.of != wanted || m_renamed.renames != renames || !m_renamed.checkpoint) {
            m_keepTimer.start(kAfterPauseMilliseconds);
            return;
        }
        wanted = m_renamed.checkpoint;
    }
    if (wanted != m_document.checkpoint())
        m_document.setCheckpoint(std::move(wanted));
}

} // namespace protomind
