// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/thread_chooser.h"

#include <algorithm>
#include <limits>

namespace protomind {

ThreadChooser::ThreadChooser(int most) {
    for (int threads = std::max(1, most); threads >= 1; threads /= 2)
        m_choices.push_back(threads);
    m_quickest.resize(m_choices.size()); // here, since trials take no memory
}

void ThreadChooser::beginTrials() {
    m_quickest.assign(m_choices.size(), std::numeric_limits<double>::infinity());
    m_present = 0;
    m_windows = 0;
    m_windowRuns = 0;
    m_windowSeconds = 0;
    m_trialSeconds = 0;
    m_settledFor = 0;
    m_trying = m_choices.size() > 1;
}

void ThreadChooser::took(double seconds) {
    if (!m_trying) {
        m_settledFor += seconds;
        if (m_settledFor >= m_nextTrials)
            beginTrials();
        return;
    }
    m_trialSeconds += seconds;
    m_windowSeconds += seconds;
    ++m_windowRuns;
    if (m_windowSeconds < kWindowSeconds)
        return;
    m_quickest[m_present] = std::min(m_quickest[m_present], m_windowSeconds / m_windowRuns);
    m_windowSeconds = 0;
    m_windowRuns = 0;
    if (++m_windows < kTrialWindows)
        return;
    m_windows = 0;
    const auto best = std::ranges::min_element(m_quickest);
    const bool slower = m_quickest[m_present] > kClearlySlower * *best;
    if (!slower && m_present + 1 < m_choices.size()) {
        ++m_present;
        return;
    }
    m_present = static_cast<std::size_t>(best - m_quickest.begin());
    m_nextTrials = std::max(kSecondsBetweenTrials, kTrialsShare * m_trialSeconds);
    m_trying = false;
}

} // namespace protomind
