// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace protomind {

/// Holds a training back so that it can be watched: so many steps a second and no more. Times are seconds of
/// any clock.
class StepPace {
public:
    /// 0: as fast as it goes. The next step is due at once.
    void setLimit(double stepsPerSecond, double now) {
        m_limit = stepsPerSecond;
        begin(now);
    }
    [[nodiscard]] double limit() const { return m_limit; }

    void begin(double now) { m_due = now; }
    /// How long the next step has to wait.
    [[nodiscard]] double wait(double now) const { return m_limit > 0 ? std::max(0.0, m_due - now) : 0; }
    void stepDone(double now) {
        if (m_limit > 0)
            m_due = std::max(m_due, now - kCatchUp) + 1 / m_limit;
    }

private:
    /// A step that came late is made up for, but not a long pause.
    static constexpr double kCatchUp = 0.02;

    double m_limit = 0;
    double m_due = 0;
};

} // namespace protomind
