// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/timing.h"

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

constexpr int kWarmUps = 5;
/// What the clock tells apart well.
constexpr double kShortest = 20e-6;
constexpr std::int64_t kMostRepeats = 1000;

} // namespace

Timing timingOf(std::vector<double> times, std::int64_t repeats) {
    require(!times.empty(), "timingOf: no times");
    std::ranges::sort(times);
    Timing timing;
    timing.median = times[times.size() / 2];
    timing.low = times[times.size() / 4];
    timing.high = times[times.size() * 3 / 4];
    timing.mean = std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
    timing.runs = static_cast<std::int64_t>(times.size()) * repeats;
    timing.times = std::move(times);
    return timing;
}

Result<Timing> timeRuns(const std::function<Result<void>()>& run, const TimingLimits& limits,
                        const Clock& clock) {
    const auto secondsOf = [&](std::int64_t repeats) -> Result<double> {
        const double begin = clock();
        for (std::int64_t i = 0; i < repeats; ++i) {
            if (const Result<void> done = run(); !done)
                return std::unexpected(done.error());
        }
        return clock() - begin;
    };
    double quickest = kShortest;
    for (int i = 0; i < kWarmUps; ++i) {
        const Result<double> seconds = secondsOf(1);
        if (!seconds)
            return std::unexpected(seconds.error());
        quickest = std::min(quickest, *seconds);
    }
    const std::int64_t repeats = std::clamp<std::int64_t>(
        static_cast<std::int64_t>(kShortest / std::max(quickest, 1e-9)), 1, kMostRepeats);
    std::vector<double> times;
    double total = 0;
    const auto enough = [&] {
        const std::int64_t runs = static_cast<std::int64_t>(times.size()) * repeats;
        return (runs >= limits.leastRuns && total >= limits.leastSeconds) || total >= limits.mostSeconds;
    };
    do {
        const Result<double> seconds = secondsOf(repeats);
        if (!seconds)
            return std::unexpected(seconds.error());
        times.push_back(*seconds / static_cast<double>(repeats));
        total += *seconds;
    } while (!enough());
    return timingOf(std::move(times), repeats);
}

std::vector<double> thinned(const std::vector<double>& times, std::size_t count) {
    require(count >= 2, "thinned: too few to have a first and a last");
    if (times.size() <= count)
        return times;
    std::vector<double> result(count);
    for (std::size_t i = 0; i < count; ++i)
        result[i] = times[i * (times.size() - 1) / (count - 1)];
    return result;
}

} // namespace protomind
