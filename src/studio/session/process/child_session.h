// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/process/message_stream.h"
#include "studio/session/process/server_process.h"
#include "studio/session/process/silence.h"
#include "studio/session/session_link.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <thread>

namespace protomind {

/// A session that a process of its own answers for: what hangs or dies there takes nothing of this process
/// with it.
class ChildSession final : public SessionLink {
public:
    /// How the process is, whenever that changes. Nothing more comes once it is lost: it has ended then, and
    /// no event comes either. On the thread that events come on.
    using HealthListener = std::function<void(DeviceState state)>;

    /// Fails where the program can't be started.
    [[nodiscard]] static Result<std::unique_ptr<ChildSession>> start(const std::filesystem::path& program,
                                                                     Listener listener,
                                                                     HealthListener healthListener,
                                                                     const SilenceLimits& limits = {});
    /// Ends the process, whatever it does.
    ~ChildSession() override;
    ChildSession(const ChildSession&) = delete;
    ChildSession& operator=(const ChildSession&) = delete;

    void post(RequestEnvelope request) override;
    void requestStop() override;
    [[nodiscard]] bool hasStopped() const override { return m_ended.load() && m_process.hasEnded(); }
    [[nodiscard]] pid_t processId() const { return m_process.id(); }

private:
    ChildSession(ServerProcess process, Listener listener, HealthListener healthListener,
                 const SilenceLimits& limits);
    void read(const SilenceLimits& limits);
    void write(const std::stop_token& stop);
    /// Whether the next one can be sent. One that is too large is answered at once.
    [[nodiscard]] bool send(const RequestEnvelope& request);
    /// Whether the message was one.
    [[nodiscard]] bool take(const Message& message, Silence& silence);

    ServerProcess m_process;
    MessageStream m_stream;
    Listener m_listener;
    HealthListener m_healthListener;
    std::atomic<bool> m_leaving{false};
    std::atomic<bool> m_ended{false};
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<RequestEnvelope> m_queue;
    std::jthread m_writer;
    std::jthread m_reader; ///< last: ends before what they use
};

} // namespace protomind
