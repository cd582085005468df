// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/recorded_session.h"

#include <array>
#include <chrono>
#include <stdexcept>

namespace protomind {

namespace {

constexpr std::array kEventNames{"Prepared",        "StateChanged", "Progress",  "EpochDone",
                                 "DivergedEvent",   "Evaluated",    "Predicted", "Generated",
                                 "CheckpointTaken", "Failed",       "Watched",   "Done",
                                 "LensProgress",    "LensAnswered", "DeviceNews"};
constexpr std::array kStateNames{"Idle", "Ready", "Training", "Paused", "Finished", "Diverged"};
static_assert(kEventNames.size() == std::variant_size_v<Event>);

} // namespace

std::string nameOf(const Event& event) {
    std::string name = kEventNames[event.index()];
    if (const auto* changed = std::get_if<StateChanged>(&event))
        name += std::string(" ") + kStateNames[static_cast<std::size_t>(changed->state)];
    return name;
}

RecordedSession::RecordedSession(Clock clock)
    : m_session(
          [this](const EventEnvelope& event) {
              const std::scoped_lock lock(m_mutex);
              m_events.push_back(event);
              m_arrived.notify_all();
          },
          std::move(clock)) {}

Event RecordedSession::take() {
    std::unique_lock lock(m_mutex);
    // Long enough for the slowest machine; it only matters where something hangs.
    if (!m_arrived.wait_for(lock, std::chrono::minutes(5), [this] { return m_taken < m_events.size(); }))
        throw std::runtime_error("no event came after " +
                                 (m_names.empty() ? std::string("none") : m_names.back()));
    m_last = m_events[m_taken++];
    m_names.push_back(nameOf(m_last.event));
    return m_last.event;
}

void RecordedSession::untilState(RunState state) {
    while (next<StateChanged>().state != state) {
    }
}

Experiment smallExperiment() {
    Experiment experiment;
    experiment.network = planarNetwork();
    experiment.data = "gaussians";
    experiment.training.learningRate = 0.02;
    experiment.training.epochs = 3;
    experiment.threads = 2;
    return experiment;
}

Clock noTime() {
    return [] { return 0.0; };
}

Prepared prepare(RecordedSession& session, const Experiment& experiment, CheckpointPtr from) {
    session.post(PrepareRequest{experiment, std::move(from)});
    const auto prepared = session.next<Prepared>();
    session.next<StateChanged>();
    return prepared;
}

CheckpointPtr checkpointOf(RecordedSession& session) {
    session.post(CheckpointRequest{});
    return session.next<CheckpointTaken>().checkpoint;
}

} // namespace protomind
