// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/planar_network.h"
#include "studio/session/session.h"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

namespace protomind {

/// A session whose events are written down, and can be waited for.
class RecordedSession {
public:
    explicit RecordedSession(Clock clock = steadyClock());

    RequestId post(Request request) {
        const RequestId id{++m_requests};
        m_session.post({id, std::move(request)});
        return id;
    }

    /// The next event of a kind that was not taken yet; those before it are taken too. Throws where none
    /// comes within minutes.
    template<class E>
    E next() {
        while (true) {
            const Event event = take();
            if (const E* wanted = std::get_if<E>(&event))
                return *wanted;
            if (const auto* failed = std::get_if<Failed>(&event))
                throw std::runtime_error(failed->problem.text());
        }
    }
    /// Takes events until the state is reached.
    void untilState(RunState state);
    /// The next event whatever it is.
    Event take();
    /// Of the event that was taken last.
    [[nodiscard]] RequestId answered() const { return m_last.answers; }
    [[nodiscard]] RunId run() const { return m_last.run; }
    /// What was taken so far, by name: "Prepared", "StateChanged Ready", ...
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<EventEnvelope> m_events;
    EventEnvelope m_last;
    std::uint64_t m_requests = 0;
    std::size_t m_taken = 0;
    std::vector<std::string> m_names;
    Session m_session; ///< last: ends before what its listener uses
};

[[nodiscard]] std::string nameOf(const Event& event);

/// planarNetwork on two clouds of points, a few steps an epoch.
[[nodiscard]] Experiment smallExperiment();

/// A time that stands still: no progress events, which come with time.
Clock noTime();

/// What the session tells of an experiment once it is prepared.
Prepared prepare(RecordedSession& session, const Experiment& experiment, CheckpointPtr from = nullptr);

CheckpointPtr checkpointOf(RecordedSession& session);

} // namespace protomind
