// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/session_client.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace protomind {

namespace {

/// A signal can't wake a condition variable, so it is looked for an interruption this often.
constexpr std::chrono::milliseconds kLookForInterrupt{50};

} // namespace

SessionClient::SessionClient(Listener listener, PostToClient toClient, Clock clock)
    : SessionClient(std::move(listener), std::move(toClient), [&clock](SessionLink::Listener hear) {
        return std::make_unique<Session>(std::move(hear), std::move(clock));
    }) {}

SessionClient::SessionClient(Listener listener, PostToClient toClient, const Open& open)
    : m_listener(std::move(listener))
    , m_toClient(std::move(toClient))
    , m_link(open([this](const EventEnvelope& envelope) { hear(envelope); })) {}

RequestId SessionClient::post(Request request) {
    const RequestId id = nextId();
    post({id, std::move(request)});
    return id;
}

void SessionClient::post(RequestEnvelope envelope, Handler handler, AnswerWanted wanted) {
    if (std::holds_alternative<PrepareRequest>(envelope.request))
        enter(runOf(envelope.id));
    if (handler)
        m_pending.emplace(envelope.id, Pending{.answer = answerIndex(envelope.request),
                                               .wanted = wanted,
                                               .handler = std::move(handler)});
    m_link->post(std::move(envelope));
}

void SessionClient::enter(RunId run) {
    m_run = run;
    std::erase_if(m_pending,
                  [](const auto& pending) { return pending.second.wanted == AnswerWanted::OfThisRun; });
}

bool SessionClient::isPending(RequestId id) const {
    const auto found = m_pending.find(id);
    return found != m_pending.end() && found->second.handler;
}

void SessionClient::cancel(RequestId id) {
    if (const auto found = m_pending.find(id); found != m_pending.end())
        found->second.handler = nullptr;
}

/// On the link's thread.
void SessionClient::hear(const EventEnvelope& envelope) {
    {
        const std::scoped_lock lock(m_mutex);
        if (std::holds_alternative<Watched>(envelope.event)) {
            // Pictures that were not looked at yet give way to newer ones.
            const auto older = std::ranges::find_if(m_mail, [&](const EventEnvelope& mail) {
                return mail.run == envelope.run && std::holds_alternative<Watched>(mail.event);
            });
            if (older != m_mail.end()) {
                *older = envelope;
                return;
            }
        }
        m_mail.push_back(envelope);
    }
    m_arrived.notify_one();
    if (m_toClient)
        m_toClient([this] { deliver(); });
}

bool SessionClient::waitUntil(const std::function<bool()>& done, const std::function<bool()>& interrupted) {
    while (!done()) {
        std::unique_lock lock(m_mutex);
        do {
            if (interrupted && interrupted())
                return false;
            if (m_mail.empty() && interrupted)
                m_arrived.wait_for(lock, kLookForInterrupt);
            else
                m_arrived.wait(lock, [this] { return !m_mail.empty(); });
        } while (m_mail.empty());
        lock.unlock();
        deliver();
    }
    return true;
}

void SessionClient::deliver() {
    std::unique_lock lock(m_mutex);
    if (m_mail.empty())
        return;
    EventEnvelope envelope = std::move(m_mail.front());
    m_mail.pop_front();
    lock.unlock();
    receive(std::move(envelope));
}

void SessionClient::receive(EventEnvelope envelope) {
    Handler handler;
    bool closes = false;
    if (const auto asked = m_pending.find(envelope.answers); asked != m_pending.end()) {
        const bool answers =
            std::holds_alternative<Failed>(envelope.event) || envelope.event.index() == asked->second.answer;
        // Or another question took its place.
        closes = answers || std::holds_alternative<Done>(envelope.event);
        if (answers)
            handler = std::move(asked->second.handler);
        if (closes)
            m_pending.erase(asked);
    }
    // A state is an answer, and news for everybody.
    const bool news = !closes || std::holds_alternative<StateChanged>(envelope.event);
    if (news && envelope.run == m_run && m_listener)
        m_listener(envelope);
    if (handler)
        handler(std::move(envelope.event));
}

} // namespace protomind
