// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/event_log.h"

#include "studio/network/planar_network.h"

#include <chrono>
#include <stdexcept>

namespace protomind {

void EventLog::add(const EventEnvelope& event) {
    {
        const std::scoped_lock lock(m_mutex);
        m_events.push_back(event);
    }
    m_arrived.notify_all();
}

EventEnvelope EventLog::until(const std::function<bool(const EventEnvelope&)>& wanted) {
    // Long enough for the slowest machine; it only matters where something hangs.
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(5);
    std::unique_lock lock(m_mutex);
    for (std::size_t looked = 0;; ++looked) {
        if (!m_arrived.wait_until(lock, end, [&] { return looked < m_events.size(); }))
            throw std::runtime_error("what was waited for did not come");
        if (wanted(m_events[looked]))
            return m_events[looked];
    }
}

void EventLog::untilState(RunState state) {
    until([state](const EventEnvelope& one) {
        const auto* changed = std::get_if<StateChanged>(&one.event);
        return changed != nullptr && changed->state == state;
    });
}

std::vector<EventEnvelope> EventLog::all() {
    const std::scoped_lock lock(m_mutex);
    return m_events;
}

std::vector<DeviceNews> EventLog::news(DeviceState state) {
    std::vector<DeviceNews> found = all<DeviceNews>();
    std::erase_if(found, [state](const DeviceNews& one) { return one.state != state; });
    return found;
}

std::filesystem::path sessionServer() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "session_server";
}

Experiment cloudsOn(const std::string& device, std::int64_t epochs) {
    Experiment experiment;
    experiment.network = planarNetwork();
    experiment.data = "gaussians";
    experiment.training.learningRate = 0.02;
    experiment.training.epochs = epochs;
    experiment.device = device;
    experiment.threads = 1;
    return experiment;
}

} // namespace protomind
