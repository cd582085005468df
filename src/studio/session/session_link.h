// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <functional>

namespace protomind {

/// The way to a running experiment, wherever it runs: requests in, events out. Requests are answered in their
/// order, but for an evaluation that takes long.
class SessionLink {
public:
    /// Is called on a thread of the link's own, at screen rate at most.
    using Listener = std::function<void(const EventEnvelope&)>;

    virtual ~SessionLink() = default;

    /// Never blocks.
    virtual void post(RequestEnvelope request) = 0;
    /// Has it stop as its end does, but waits for nothing; what is asked for from now on has no answer.
    virtual void requestStop() = 0;
    /// Whether it has: then its end takes no time.
    [[nodiscard]] virtual bool hasStopped() const = 0;
};

} // namespace protomind
