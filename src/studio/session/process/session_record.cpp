// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/session_record.h"

#include "studio/session/answer.h"

#include <algorithm>

namespace protomind {

namespace {

template<class... Handlers>
struct RecordHandlers : Handlers... {
    using Handlers::operator()...;
};

template<class Asked>
bool asks(const RequestEnvelope& envelope) {
    return std::holds_alternative<Asked>(envelope.request);
}

bool isOfNoRun(const RequestEnvelope& envelope) {
    return asks<SetSpeedRequest>(envelope) || asks<WatchRequest>(envelope) ||
           asks<RenameLayersRequest>(envelope);
}

} // namespace

void SessionRecord::ask(const RequestEnvelope& request) {
    std::visit(RecordHandlers{
                   [&](const PrepareRequest&) {
                       m_preparation = request;
                       m_training.reset();
                       m_snapshot.reset();
                       m_deviceName.clear();
                       m_prepared = false;
                       m_state = RunState::Idle;
                       m_step = 0;
                   },
                   [&](const TrainRequest&) { m_training = request; },
                   [&](const StepRequest&) { m_training = request; },
                   [&](const SetSpeedRequest&) { m_speed = request; },
                   [&](const WatchRequest&) { m_watch = request; },
                   [&](const SetLearningRateRequest& it) {
                       if (m_preparation)
                           std::get<PrepareRequest>(m_preparation->request).experiment.training.learningRate =
                               it.learningRate;
                   },
                   [](const auto&) {}},
               request.request);
    m_unanswered.insert_or_assign(request.id, request);
}

void SessionRecord::hear(const EventEnvelope& event) {
    if (const auto asked = m_unanswered.find(event.answers); asked != m_unanswered.end()) {
        const bool isCheckpoint = asks<CheckpointRequest>(asked->second);
        if (const auto* taken = std::get_if<CheckpointTaken>(&event.event);
            taken != nullptr && isCheckpoint && taken->checkpoint && event.run == run())
            m_snapshot = taken->checkpoint;
        if (std::holds_alternative<Failed>(event.event) || std::holds_alternative<Done>(event.event) ||
            event.event.index() == answerIndex(asked->second.request))
            m_unanswered.erase(asked);
    }
    if (event.run != run())
        return;
    std::visit(RecordHandlers{[this](const Prepared& it) {
                                  m_prepared = true;
                                  m_deviceName = it.deviceName;
                                  m_step = std::max(m_step, it.step);
                              },
                              [&](const Failed&) {
                                  if (m_preparation && event.answers == m_preparation->id)
                                      m_prepared = false;
                              },
                              [this](const StateChanged& it) { m_state = it.state; },
                              [this](const Progress& it) { m_step = std::max(m_step, it.step); },
                              [this](const EpochDone& it) { m_step = std::max(m_step, it.step); },
                              [this](const DivergedEvent& it) { m_step = it.restoredStep; },
                              [](const auto&) {}},
               event.event);
}

RunId SessionRecord::run() const {
    return m_preparation ? runOf(m_preparation->id) : RunId{};
}

const std::string& SessionRecord::device() const {
    static const std::string kNone;
    return m_preparation ? std::get<PrepareRequest>(m_preparation->request).experiment.device : kNone;
}

bool SessionRecord::isSettingWeight(RequestId request) const {
    const auto asked = m_unanswered.find(request);
    return asked != m_unanswered.end() && asks<SetWeightRequest>(asked->second);
}

bool SessionRecord::isTrainingFor(RequestId request) const {
    return isTraining() && m_training && m_training->id == request;
}

std::int64_t SessionRecord::snapshotStep() const {
    if (m_snapshot)
        return m_snapshot->step;
    const CheckpointPtr from =
        m_preparation ? std::get<PrepareRequest>(m_preparation->request).from : CheckpointPtr();
    return from ? std::min(from->step, m_step) : 0;
}

bool SessionRecord::isOfRun(RequestId request) const {
    return m_preparation && !(request < m_preparation->id);
}

std::vector<RequestEnvelope> SessionRecord::ofNoRun() const {
    std::vector<RequestEnvelope> requests;
    for (const auto* held : {&m_speed, &m_watch})
        if (*held)
            requests.push_back(**held);
    for (const auto& [id, request] : m_unanswered)
        if (asks<RenameLayersRequest>(request))
            requests.push_back(request);
    return requests;
}

std::vector<RequestEnvelope> SessionRecord::requestsElsewhere(const std::string& device) const {
    std::vector<RequestEnvelope> requests = ofNoRun();
    if (m_preparation) {
        RequestEnvelope preparation = *m_preparation;
        auto& asked = std::get<PrepareRequest>(preparation.request);
        asked.experiment.device = device;
        if (m_snapshot) {
            asked.from = m_snapshot;
            asked.renamed = {};
        }
        requests.push_back(std::move(preparation));
    }
    const bool goesOn = isTraining() && m_training && !m_unanswered.contains(m_training->id);
    if (goesOn)
        requests.push_back(*m_training);
    for (const auto& [id, request] : m_unanswered)
        if (!asks<PrepareRequest>(request) && !isOfNoRun(request) && isOfRun(id))
            requests.push_back(request);
    return requests;
}

std::vector<RequestId> SessionRecord::unanswerable() const {
    std::vector<RequestId> ids;
    const std::vector<RequestEnvelope> elsewhere = requestsElsewhere({});
    for (const auto& [id, request] : m_unanswered)
        if (std::ranges::find(elsewhere, id, &RequestEnvelope::id) == elsewhere.end())
            ids.push_back(id);
    return ids;
}

void SessionRecord::forgetUnanswerable() {
    for (const RequestId id : unanswerable())
        m_unanswered.erase(id);
}

} // namespace protomind
