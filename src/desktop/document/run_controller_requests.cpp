// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How what is asked for reaches the session: at once, or once it is prepared for what is drawn.
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "studio/session/experiment_comparison.h"

#include <algorithm>

namespace protomind {

namespace {

bool isToTrain(const Request& request) {
    return std::holds_alternative<TrainRequest>(request) || std::holds_alternative<StepRequest>(request);
}

} // namespace

bool RunController::upToDate() const {
    return m_prepared && m_removed.empty() && sameBesidesLearningRate(*m_prepared, m_document.experiment());
}

bool RunController::trainingWaits() const {
    return std::ranges::any_of(m_waiting, [](const Waiting& it) { return isToTrain(it.envelope.request); });
}

/// What was running goes on once it is prepared.
void RunController::letTrainingWait() {
    if (trainingWaits())
        return;
    m_waiting.insert(m_waiting.begin(), {{m_client->nextId(), TrainRequest{}}, {}});
    m_toTrain = std::make_shared<const Experiment>(m_document.experiment());
}

bool RunController::forgetTraining() {
    return std::erase_if(m_waiting, [](const Waiting& it) { return isToTrain(it.envelope.request); }) > 0;
}

void RunController::evaluate() {
    // Two players have no targets to be evaluated by.
    if (trainingObstacle(m_document) || m_document.analysis().players.two())
        return;
    ask(EvaluateRequest{}, this, [this](const Result<Evaluated>& answer) {
        if (answer)
            emit evaluated(*answer);
    });
}

RequestId RunController::predict(HostArray samples, QObject* who, Then<PredictRequest> then) {
    // During a run the edit is taken up first; a picture is not worth a preparation of its own then.
    if (trainingObstacle(m_document) || (m_state == RunState::Training && !upToDate()))
        return {};
    return ask(PredictRequest{std::move(samples)}, who != nullptr ? who : this,
               [this, then = std::move(then)](const Result<Predicted>& answer) {
                   if (then)
                       then(answer);
                   if (answer)
                       emit predicted(*answer);
               });
}

RequestId RunController::generate(HostArray latents, QObject* who, Then<GenerateRequest> then) {
    if (trainingObstacle(m_document) || (m_state == RunState::Training && !upToDate()))
        return {};
    return ask(GenerateRequest{std::move(latents)}, who, std::move(then));
}

bool RunController::isAsked(RequestId question) const {
    return m_client->isPending(question) || std::ranges::any_of(m_waiting, [&](const Waiting& waiting) {
               return waiting.envelope.id == question;
           });
}

void RunController::cancel(RequestId question) {
    m_client->cancel(question);
    std::erase_if(m_waiting, [&](const Waiting& waiting) { return waiting.envelope.id == question; });
}

/// What is prepared is no longer what is drawn: its answers would show on another network.
void RunController::cancelQuestions() {
    for (const RequestId question : m_questions)
        m_client->cancel(question);
}

void RunController::post(Waiting waiting) {
    Request& request = waiting.envelope.request;
    if (m_phase == Phase::Prepared && upToDate()) {
        // Where the planned epochs are done, Train goes on for as many again.
        if (auto* training = std::get_if<TrainRequest>(&request)) {
            if (m_step >= m_untilStep)
                m_untilStep = trainingGoal(m_prepared->training, {m_step, m_stepsPerEpoch});
            training->untilStep = m_untilStep;
        }
        if (isToTrain(request))
            ++m_trainings;
        m_client->post(std::move(waiting.envelope), std::move(waiting.handler));
        return;
    }
    // Only the newest of several questions of a kind is worth an answer after the preparation.
    if (std::holds_alternative<EvaluateRequest>(request))
        std::erase_if(m_waiting, [](const Waiting& other) {
            return std::holds_alternative<EvaluateRequest>(other.envelope.request);
        });
    if (isToTrain(request))
        m_toTrain = std::make_shared<const Experiment>(m_document.experiment());
    m_waiting.push_back(std::move(waiting));
    if (!isPreparing())
        startPreparing();
}

void RunController::startPreparing() {
    // Training waits for its own network only: another one is started by a person.
    const bool forgot = !fits(m_toTrain) && forgetTraining();
    if (m_state == RunState::Training && fits(m_prepared))
        letTrainingWait();
    if (isAhead()) {
        m_client->post(PauseRequest{});
        askForCheckpoint();
        m_phase = Phase::Fetching;
    } else if (m_origin.weights && m_origin.weights->onTheWay) {
        m_phase = Phase::Fetching;
    } else {
        postPrepare();
    }
    if (forgot)
        emit stateChanged(m_state);
    emit preparingBegan();
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
    m_client->ask(std::move(request), [this](const Result<Prepared>& prepared) {
        if (prepared)
            receivePrepared(*prepared);
        else
            receiveUnprepared(prepared.error());
    });
}

} // namespace protomind
