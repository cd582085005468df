// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/session.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace protomind {

/// A session as a command sees it: requests go out, and events are taken one by one.
class SessionClient {
public:
    SessionClient();

    void post(Request request) { m_session.post({RequestId{++m_requests}, std::move(request)}); }
    /// The next event; none where Ctrl-C was pressed (InterruptWatch) before one came.
    [[nodiscard]] std::optional<Event> nextUnlessInterrupted();
    [[nodiscard]] Event next();

    /// Waits for an event of a kind; a failure met on the way is given instead.
    template<class E>
    Result<E> await() {
        while (true) {
            const Event event = next();
            if (const E* wanted = std::get_if<E>(&event))
                return *wanted;
            if (const auto* failed = std::get_if<Failed>(&event))
                return std::unexpected(failed->problem);
        }
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Event> m_events;
    std::uint64_t m_requests = 0;
    Session m_session; ///< last: ends before what its listener uses
};

} // namespace protomind
