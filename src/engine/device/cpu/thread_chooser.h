// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace protomind {

/// Finds out by measuring how many threads serve a program best at present: all of them on a quiet machine,
/// fewer while another program keeps a processor busy. Tries each choice for a few runs, keeps to the fastest
/// for about a second, and looks again. Results don't depend on it: parts of the work follow from shapes
/// alone.
class ThreadChooser {
public:
    /// Runs of one choice that are compared; the quickest counts, since a hiccup only ever makes a run
    /// slower.
    static constexpr int kTrialRuns = 3;
    /// Seconds between two looks. Trying one thread instead of two costs at most three runs of it.
    static constexpr double kSecondsBetweenTrials = 1.0;

    explicit ThreadChooser(int most);

    /// How many threads the next run should use.
    [[nodiscard]] int threads() const { return m_choices[m_present]; }
    /// What the run took that followed.
    void took(double seconds);

private:
    void beginTrials();

    std::vector<int> m_choices; ///< most, ..., 1
    std::vector<double> m_quickest;
    std::size_t m_present = 0;
    bool m_trying = true;
    int m_runs = 0;
    double m_settledFor = 0;
};

} // namespace protomind
