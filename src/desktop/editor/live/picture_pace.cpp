// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/live/picture_pace.h"

#include <algorithm>

namespace protomind {

namespace {

/// Large networks are trained by all processors together, and wait for each other: what the window takes
/// from one of them, it takes from all.
constexpr double kShareOfAll = 0.025;
/// Small ones are trained by a single one.
constexpr double kShareOfOther = 0.4;
constexpr double kSmallStep = 0.002;
constexpr double kLongStep = 0.05;
constexpr double kSmoothing = 0.2;

} // namespace

void PicturePace::shown(double now, double cost, std::int64_t step) {
    if (step > m_step && m_last > 0) {
        // After a pause the time between two pictures says nothing.
        const double stepSeconds = std::min((now - m_last) / static_cast<double>(step - m_step), kLongStep);
        m_stepSeconds =
            m_stepSeconds == 0 ? stepSeconds : m_stepSeconds + kSmoothing * (stepSeconds - m_stepSeconds);
    }
    m_cost = m_cost == 0 ? m_pending : m_cost + kSmoothing * (m_pending - m_cost);
    m_pending = cost;
    m_last = now;
    m_step = step;
}

void PicturePace::painted(double cost) {
    m_pending += cost;
}

double PicturePace::due() const {
    const double share = m_stepSeconds > kSmallStep ? kShareOfAll : kShareOfOther;
    return m_last + std::max(m_cost, m_pending) / share;
}

} // namespace protomind
