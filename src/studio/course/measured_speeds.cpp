// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/measured_speeds.h"

namespace protomind {

void MeasuredSpeeds::clear() {
    m_ways.clear();
    pause(m_step);
}

void MeasuredSpeeds::begin(const std::string& device, std::int64_t threads, std::int64_t step) {
    m_present = {.device = device, .threads = threads};
    pause(step);
}

void MeasuredSpeeds::pause(std::int64_t step) {
    m_step = step;
    m_steps = 0;
    m_seconds = 0;
}

void MeasuredSpeeds::take(std::int64_t step, double stepsPerSecond) {
    if (step < m_step) {
        pause(step); // It went back.
        return;
    }
    if (step == m_step || !(stepsPerSecond > 0))
        return;
    m_steps += step - m_step;
    m_seconds += static_cast<double>(step - m_step) / stepsPerSecond;
    m_step = step;
    if (m_steps < kLeastSteps || m_present.device.empty())
        return;
    m_present.stepsPerSecond = static_cast<double>(m_steps) / m_seconds;
    std::erase_if(m_ways, [this](const MeasuredWay& way) {
        return way.device == m_present.device && way.threads == m_present.threads;
    });
    m_ways.push_back(m_present);
}

} // namespace protomind
