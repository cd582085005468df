// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/worker.h"

namespace protomind {

Session::Worker::Worker(Listener listener, Clock clock)
    : m_run(std::move(listener), std::move(clock))
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {}

Session::Worker::~Worker() {
    m_thread.request_stop();
}

void Session::Worker::post(Request request) {
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(request));
        m_pending.store(true, std::memory_order_relaxed);
    }
    m_arrived.notify_one();
}

std::optional<Request> Session::Worker::next(const std::stop_token& stop, bool wait) {
    std::unique_lock lock(m_mutex);
    if (wait)
        m_arrived.wait(lock, stop, [this] { return !m_queue.empty(); });
    if (m_queue.empty())
        return std::nullopt;
    Request request = std::move(m_queue.front());
    m_queue.pop_front();
    m_pending.store(!m_queue.empty(), std::memory_order_relaxed);
    return request;
}

void Session::Worker::work(const std::stop_token& stop) {
    const auto interrupted = [this] { return m_pending.load(std::memory_order_relaxed); };
    while (!stop.stop_requested()) {
        if (auto request = next(stop, !m_run.training()))
            m_run.handle(*request, stop);
        else if (m_run.training())
            m_run.train(interrupted, stop);
    }
}

} // namespace protomind
