// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How what is asked for reaches the session: at once, or once it is prepared for what is drawn.
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"

#include <algorithm>

namespace protomind {

namespace {

bool sameBesidesLearningRate(const Experiment& a, const Experiment& b) {
    TrainingSettings settings = a.training;
    settings.learningRate = b.training.learningRate;
    return settings == b.training && a.data == b.data && a.device == b.device && a.threads == b.threads &&
           sameStructure(a.network, b.network);
}

bool isToTrain(const RequestEnvelope& envelope) {
    return std::holds_alternative<TrainRequest>(envelope.request) ||
           std::holds_alternative<StepRequest>(envelope.request);
}

} // namespace

bool RunController::upToDate() const {
    return m_prepared && m_removed.empty() && sameBesidesLearningRate(*m_prepared, m_document.experiment());
}

bool RunController::trainingWaits() const {
    return std::ranges::any_of(m_waiting, isToTrain);
}

/// What was running goes on once it is prepared.
void RunController::letTrainingWait() {
    if (trainingWaits())
        return;
    m_waiting.insert(m_waiting.begin(), {RequestId{++m_requests}, TrainRequest{}});
    m_toTrain = std::make_shared<const Experiment>(m_document.experiment());
}

bool RunController::forgetTraining() {
    return std::erase_if(m_waiting, isToTrain) > 0;
}

void RunController::evaluate() {
    if (!trainingObstacle(m_document))
        post(EvaluateRequest{});
}

RequestId RunController::predict(HostArray samples) {
    // During a run the edit is taken up first; a picture is not worth a preparation of its own then.
    if (trainingObstacle(m_document) || (m_state == RunState::Training && !upToDate()))
        return {};
    return post(PredictRequest{std::move(samples)});
}

RequestId RunController::send(Request request) {
    return send(RequestEnvelope{RequestId{++m_requests}, std::move(request)});
}

RequestId RunController::send(RequestEnvelope request) {
    const RequestId id = request.id;
    m_session->post(std::move(request));
    return id;
}

RequestId RunController::post(Request request) {
    const RequestId id{++m_requests};
    post(RequestEnvelope{id, std::move(request)});
    return id;
}

void RunController::post(RequestEnvelope request) {
    if (m_phase == Phase::Prepared && upToDate()) {
        // Where the planned epochs are done, Train goes on for as many again.
        if (auto* training = std::get_if<TrainRequest>(&request.request)) {
            if (m_step >= m_untilStep)
                m_untilStep = trainingGoal(m_prepared->training, {m_step, m_stepsPerEpoch});
            training->untilStep = m_untilStep;
        }
        if (isToTrain(request))
            ++m_trainings;
        send(std::move(request));
        return;
    }
    // Only the newest of several questions of a kind is worth an answer after the preparation.
    const auto isEvaluation = [](const RequestEnvelope& one) {
        return std::holds_alternative<EvaluateRequest>(one.request);
    };
    if (isEvaluation(request))
        std::erase_if(m_waiting, isEvaluation);
    if (isToTrain(request))
        m_toTrain = std::make_shared<const Experiment>(m_document.experiment());
    m_waiting.push_back(std::move(request));
    if (!isPreparing())
        startPreparing();
}

void RunController::startPreparing() {
    // Training waits for its own network only: another one is started by a person.
    const bool forgot = !fits(m_toTrain) && forgetTraining();
    if (m_state == RunState::Training && fits(m_prepared))
        letTrainingWait();
    if (isAhead()) {
        send(PauseRequest{});
        askForCheckpoint();
        m_phase = Phase::Fetching;
    } else if (m_origin.weights && m_origin.weights->onTheWay) {
        m_phase = m_phase == Phase::Prepared ? Phase::Fetching : Phase::Awaiting;
    } else {
        postPrepare();
    }
    if (forgot)
        emit stateChanged(m_state);
}

void RunController::postPrepare() {
    m_phase = Phase::Preparing;
    if (!fits(m_prepared))
        m_picturesOfPrepared.reset();
    m_prepared = std::make_shared<Experiment>(m_document.experiment());
    m_removed.clear();
    m_takenUp = true;
    m_reprepare = false;
    PrepareRequest request{.experiment = *m_prepared, .from = nullptr};
    if (sameSeed() && m_origin.weights->checkpoint) {
        request.from = m_origin.weights->checkpoint;
        request.renamed = renames();
    }
    m_history =
        request.from && carried() && carried()->all() ? request.from->history : std::vector<HistoryPoint>();
    m_preparation = send(std::move(request));
}

} // namespace protomind
