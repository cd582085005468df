// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace protomind {

/// Finds out by measuring how many threads serve a program best at present: all of them on a quiet machine,
/// fewer while another program keeps a processor busy. Tries fewer and fewer for a moment each, for as long
/// as that is not clearly slower, keeps to the fastest for a second and for fifteen times what the trials
/// took, and looks again. Results don't depend on it: parts of the work follow from shapes alone.
class ThreadChooser {
public:
    /// Windows of one choice that are compared; the quickest counts, since a hiccup only ever makes one
    /// slower.
    static constexpr int kTrialWindows = 3;
    /// A window is one run, or as many short ones as fill this time: of them the mean counts. The quickest
    /// would be one that a busy program beside happened to leave alone.
    static constexpr double kWindowSeconds = 0.006;
    /// The first trials wait for so long: threads that have just begun share a processor until the system has
    /// spread them, and memory is touched for the first time.
    static constexpr double kSecondsBeforeTrials = 0.05;
    static constexpr double kSecondsBetweenTrials = 1.0;
    static constexpr double kTrialsShare = 15;
    /// A choice that is so much slower than the best ends the trials: still fewer threads won't be quicker.
    static constexpr double kClearlySlower = 1.2;

    explicit ThreadChooser(int most);

    /// How many threads the next run should use.
    [[nodiscard]] int threads() const { return m_choices[m_present]; }
    [[nodiscard]] int most() const { return m_choices.front(); }
    /// What the run took that followed.
    void took(double seconds);

private:
    void beginTrials();

    std::vector<int> m_choices; ///< most, ..., 1
    std::vector<double> m_quickest;
    std::size_t m_present = 0;
    bool m_trying = false;
    int m_windows = 0; ///< of the present choice that are over
    int m_windowRuns = 0;
    double m_windowSeconds = 0;
    double m_trialSeconds = 0; ///< of all choices
    double m_settledFor = 0;
    double m_nextTrials = kSecondsBeforeTrials; ///< when it has been settled for so long
};

} // namespace protomind
