// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/train/clock.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace protomind {

/// How long the runs of something took, in seconds.
struct Timing {
    double median = 0;
    double low = 0;            ///< the quarter of the runs that were quickest took at most this
    double high = 0;           ///< and the slowest quarter at least this
    double mean = 0;           ///< what counts where a run now and then waits for the processor
    std::int64_t runs = 0;     ///< that were timed; warming up is not
    std::vector<double> times; ///< sorted; of runs too short for the clock, means of some in a row
};

struct TimingLimits {
    std::int64_t leastRuns = 200; ///< enough for a median and quartiles
    double leastSeconds = 1;      ///< enough for a machine to settle
    double mostSeconds = 20;      ///< ends it, however few the runs
};

/// Runs until the limits say that it is enough, after some runs to warm up. Fails as the first run that does.
[[nodiscard]] Result<Timing> timeRuns(const std::function<Result<void>()>& run, const TimingLimits& limits,
                                      const Clock& clock = steadyClock());

/// The figures of times that are each the mean of so many runs in a row. There must be one.
[[nodiscard]] Timing timingOf(std::vector<double> times, std::int64_t repeats);

/// So many of the sorted times, evenly from the first to the last; all of them where there are no more.
[[nodiscard]] std::vector<double> thinned(const std::vector<double>& times, std::size_t count);

} // namespace protomind
