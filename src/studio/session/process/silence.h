// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/clock.h"
#include "studio/session/messages.h"
#include "studio/session/process/session_server.h"

namespace protomind {

/// Seconds without a sign of life. A long call (a driver that builds kernels) has more of them.
struct SilenceLimits {
    double silent = 5;
    double lost = 15;
    double lostInLongCall = 180;
    Clock clock = steadyClock();
};

/// How long nothing was heard of a process: a beat is a sign of life where it waits for work, or has come on
/// with it since the last one.
class Silence {
public:
    explicit Silence(SilenceLimits limits)
        : m_limits(std::move(limits))
        , m_lastSign(m_limits.clock()) {}

    void hear(const Beat& beat) {
        if (!beat.working || beat.pulses != m_last.pulses || beat.working != m_last.working)
            m_lastSign = m_limits.clock();
        m_last = beat;
    }
    /// Lost: it should be ended.
    [[nodiscard]] DeviceState state() const {
        const double seconds = m_limits.clock() - m_lastSign;
        if (seconds >= (m_last.longCall ? m_limits.lostInLongCall : m_limits.lost))
            return DeviceState::Lost;
        return seconds >= m_limits.silent && !m_last.longCall ? DeviceState::Silent : DeviceState::Answering;
    }

private:
    SilenceLimits m_limits;
    Beat m_last;
    double m_lastSign;
};

} // namespace protomind
