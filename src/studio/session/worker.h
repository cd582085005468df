// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/experiment_run.h"
#include "studio/session/session.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace protomind {

/// The thread behind a session: takes requests from a queue one by one, and trains between them.
class Session::Worker {
public:
    Worker(Listener listener, Clock clock);
    ~Worker();

    void post(RequestEnvelope request);
    void requestStop() { m_thread.request_stop(); }
    [[nodiscard]] bool hasStopped() const { return m_stopped.load(); }
    [[nodiscard]] bool isWorking() const { return m_working.load(std::memory_order_relaxed); }

private:
    void work(const std::stop_token& stop);
    /// The next request; waits for it at most so many seconds.
    [[nodiscard]] std::optional<RequestEnvelope> next(const std::stop_token& stop, double seconds);

    ExperimentRun m_run;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<RequestEnvelope> m_queue;
    std::atomic<bool> m_pending{false};
    std::atomic<bool> m_working{false};
    std::atomic<bool> m_stopped{false};
    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace protomind
