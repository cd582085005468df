// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/child_session.h"

#include "studio/session/process/session_server.h"
#include "studio/session/wire.h"

#include <cstring>

namespace protomind {

Result<std::unique_ptr<ChildSession>> ChildSession::start(const std::filesystem::path& program,
                                                          Listener listener, HealthListener healthListener,
                                                          const SilenceLimits& limits) {
    auto process = ServerProcess::start(program);
    if (!process)
        return fail(ProblemKind::Device,
                    sentence("The process for the device could not be started ({:s}).",
                             std::strerror(process.error())),
                    Sentence::name(program.string()));
    return std::unique_ptr<ChildSession>(
        new ChildSession(std::move(*process), std::move(listener), std::move(healthListener), limits));
}

ChildSession::ChildSession(ServerProcess process, Listener listener, HealthListener healthListener,
                           const SilenceLimits& limits)
    : m_process(std::move(process))
    , m_stream(m_process.takeSocket())
    , m_listener(std::move(listener))
    , m_healthListener(std::move(healthListener))
    , m_writer([this](const std::stop_token& stop) { write(stop); })
    , m_reader([this, limits] { read(limits); }) {}

ChildSession::~ChildSession() {
    requestStop();
}

void ChildSession::post(RequestEnvelope request) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(request));
    }
    m_arrived.notify_one();
}

void ChildSession::requestStop() {
    m_leaving.store(true);
    m_writer.request_stop();
    m_process.kill();
    m_stream.shutDown();
}

void ChildSession::write(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_arrived.wait(lock, stop, [this] { return !m_queue.empty(); })) {
        const RequestEnvelope request = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        const bool sent = send(request);
        lock.lock();
        if (!sent)
            return;
    }
}

bool ChildSession::send(const RequestEnvelope& request) {
    const std::vector<std::byte> bytes = toBytes(request);
    const auto fits = checkMessageSize(bytes.size());
    if (fits)
        return m_stream.send(MessageKind::ToSession, bytes);
    const bool prepares = std::holds_alternative<PrepareRequest>(request.request);
    if (!m_leaving.load())
        m_listener({.answers = request.id,
                    .run = prepares ? runOf(request.id) : RunId{},
                    .event = Failed{fits.error()}});
    return true;
}

bool ChildSession::take(const Message& message, Silence& silence) {
    if (message.kind == MessageKind::Heartbeat) {
        const auto beat = beatFromBytes(message.bytes);
        if (beat)
            silence.hear(*beat);
        return beat.has_value();
    }
    if (message.kind != MessageKind::FromSession)
        return false;
    const auto event = eventFromBytes(message.bytes);
    if (event && !m_leaving.load())
        m_listener(*event);
    return event.has_value();
}

void ChildSession::read(const SilenceLimits& limits) {
    Silence silence(limits);
    DeviceState told = DeviceState::Answering;
    for (Message message; told != DeviceState::Lost;) {
        const auto heard = m_stream.receive(message, kBeatInterval);
        const bool gone = heard == MessageStream::Heard::End ||
                          (heard == MessageStream::Heard::Message && !take(message, silence));
        const DeviceState state = gone ? DeviceState::Lost : silence.state();
        if (state == DeviceState::Lost)
            m_process.kill();
        if (state != told && !m_leaving.load())
            m_healthListener(state);
        told = state;
    }
    m_ended.store(true);
}

} // namespace protomind
