// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session_client.h"

#include "cli/interrupt.h"

#include <chrono>

namespace protomind {

namespace {

/// A signal can't wake a condition variable, so it is looked for this often.
constexpr std::chrono::milliseconds kLookForInterrupt{50};

} // namespace

SessionClient::SessionClient()
    : m_session([this](const EventEnvelope& envelope) {
        {
            const std::scoped_lock lock(m_mutex);
            m_events.push_back(envelope.event);
        }
        m_arrived.notify_one();
    }) {}

std::optional<Event> SessionClient::nextUnlessInterrupted() {
    std::unique_lock lock(m_mutex);
    while (m_events.empty() && !InterruptWatch::interrupted())
        m_arrived.wait_for(lock, kLookForInterrupt);
    if (InterruptWatch::interrupted())
        return std::nullopt;
    Event event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

Event SessionClient::next() {
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return !m_events.empty(); });
    Event event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

} // namespace protomind
