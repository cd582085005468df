// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/clock.h"
#include "studio/session/messages.h"

#include <functional>
#include <memory>

namespace protomind {

/// A running experiment: requests in, events out. Today a thread answers; the interface promises no shared
/// memory with it. post() never blocks. Events reach the listener on the session's own thread, at screen rate
/// at most.
class Session {
public:
    using Listener = std::function<void(const Event&)>;

    explicit Session(Listener listener, Clock clock = steadyClock());
    /// Stops after the step under way and waits for it.
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void post(Request request);

    /// Has it stop as its end does, but waits for nothing; what is asked for from now on has no answer.
    void requestStop();
    /// Whether it has: then its end takes no time.
    [[nodiscard]] bool hasStopped() const;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace protomind
