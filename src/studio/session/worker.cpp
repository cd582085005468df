// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/worker.h"

#include "engine/base/pulse.h"

#include <chrono>

namespace protomind {

namespace {
/// Seconds that nothing is waited for longer than; then it is waited for again.
constexpr double kLongTime = 3600;
} // namespace

Session::Worker::Worker(Listener listener, Clock clock)
    : m_run(std::move(listener), std::move(clock))
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {}

Session::Worker::~Worker() {
    m_thread.request_stop();
}

void Session::Worker::post(RequestEnvelope request) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(request));
        m_pending.store(true, std::memory_order_relaxed);
    }
    m_arrived.notify_one();
}

std::optional<RequestEnvelope> Session::Worker::next(const std::stop_token& stop, double seconds) {
    std::unique_lock lock(m_mutex);
    if (seconds > 0)
        m_arrived.wait_for(lock, stop, std::chrono::duration<double>(seconds),
                           [this] { return !m_queue.empty(); });
    if (m_queue.empty())
        return std::nullopt;
    RequestEnvelope request = std::move(m_queue.front());
    m_queue.pop_front();
    m_pending.store(!m_queue.empty(), std::memory_order_relaxed);
    return request;
}

void Session::Worker::work(const std::stop_token& stop) {
    const auto interrupted = [this] {
        givePulse();
        return m_pending.load(std::memory_order_relaxed);
    };
    const auto doing = [this](const auto& work) {
        givePulse();
        m_working.store(true, std::memory_order_relaxed);
        work();
        m_working.store(false, std::memory_order_relaxed);
    };
    while (!stop.stop_requested()) {
        if (auto request = next(stop, m_run.busy() ? m_run.untilNextStep() : kLongTime))
            doing([&] { m_run.handle(*request); });
        else if (m_run.busy() && m_run.untilNextStep() <= 0)
            doing([&] { m_run.work(interrupted, stop); });
    }
    m_stopped.store(true);
}

} // namespace protomind
