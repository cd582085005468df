// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/session_link.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <vector>

namespace protomind {

/// What a link tells, written down to be waited for.
class EventLog {
public:
    /// To be given to a link.
    [[nodiscard]] SessionLink::Listener listener() {
        return [this](const EventEnvelope& event) { add(event); };
    }
    void add(const EventEnvelope& event);
    /// Waits until something that was told holds; throws where it does not within minutes.
    EventEnvelope until(const std::function<bool(const EventEnvelope&)>& wanted);
    /// The answer of a kind to a request. Throws where the request failed.
    template<class Answer>
    Answer answer(RequestId id) {
        const EventEnvelope found = until([id](const EventEnvelope& one) {
            return one.answers == id &&
                   (std::holds_alternative<Answer>(one.event) || std::holds_alternative<Failed>(one.event));
        });
        return std::get<Answer>(found.event);
    }
    void untilState(RunState state);
    [[nodiscard]] std::vector<EventEnvelope> all();
    template<class Kind>
    std::vector<Kind> all() {
        std::vector<Kind> found;
        for (const EventEnvelope& one : all())
            if (const auto* it = std::get_if<Kind>(&one.event))
                found.push_back(*it);
        return found;
    }
    /// That the device came into a state. One that is slow may be silent for a while meanwhile.
    [[nodiscard]] std::vector<DeviceNews> news(DeviceState state);

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<EventEnvelope> m_events;
};

/// The program that serves sessions for tests.
[[nodiscard]] std::filesystem::path sessionServer();

/// Two clouds of points, a network that learns them, many short epochs. device: as in --device.
[[nodiscard]] Experiment cloudsOn(const std::string& device, std::int64_t epochs);

} // namespace protomind
