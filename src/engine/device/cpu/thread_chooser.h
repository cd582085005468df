// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace protomind {

/// Finds out by measuring how many threads serve a program best at present: all of them on a quiet machine,
/// fewer while another program keeps a processor busy. Tries fewer and fewer for a few runs each, for as long
/// as that is not clearly slower, keeps to the fastest for a second and for twenty times what the trials
/// took, and looks again. Results don't depend on it: parts of the work follow from shapes alone.
class ThreadChooser {
public:
    /// Runs of one choice that are compared; the quickest counts, since a hiccup only ever makes a run
    /// slower.
    static constexpr int kTrialRuns = 3;
    /// Short runs are tried for so long: a thread that slept needs a moment to be there.
    static constexpr double kTrialSeconds = 0.005;
    /// The first trials wait for so long: threads that have just begun share a processor until the system has
    /// spread them, and memory is touched for the first time.
    static constexpr double kSecondsBeforeTrials = 0.05;
    static constexpr double kSecondsBetweenTrials = 1.0;
    static constexpr double kTrialsShare = 20;
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
    int m_runs = 0;
    double m_choiceSeconds = 0; ///< of the present choice
    double m_trialSeconds = 0;  ///< of all choices
    double m_settledFor = 0;
    double m_nextTrials = kSecondsBeforeTrials; ///< when it has been settled for so long
};

} // namespace protomind
