// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/clock.h"
#include "studio/session/session_link.h"

#include <memory>

namespace protomind {

/// A running experiment that a thread of this program answers for; the interface promises no shared memory
/// with it.
class Session final : public SessionLink {
public:
    explicit Session(Listener listener, Clock clock = steadyClock());
    /// Stops after the step under way and waits for it.
    ~Session() override;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void post(RequestEnvelope request) override;
    void requestStop() override;
    [[nodiscard]] bool hasStopped() const override;
    /// Whether its thread does something at the moment, and does not wait for requests or the next step.
    [[nodiscard]] bool isWorking() const;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace protomind
