// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace protomind {

/// How many threads parallelFor and the compute libraries use at most. They share one pool (OpenMP's), so
/// that our loops and oneDNN's never compete. Set before an executable is loaded.
void setThreadCount(int count);
[[nodiscard]] int threadCount();
/// The number of the calling thread within the present parallelFor; 0 outside of one.
[[nodiscard]] int threadIndex();

/// Calls body(first, last) on parts of [0, count) that together cover it, in several threads where there is
/// enough work: parts begin at multiples of grain. Runs on the calling thread alone when count <= grain, so
/// tiny work never pays for a fork. The parts depend on the thread count; what body computes for an index
/// must not.
template<class Body>
void parallelFor(std::int64_t count, std::int64_t grain, const Body& body) {
    const std::int64_t chunks = (count + grain - 1) / grain;
    const std::int64_t threads = std::min<std::int64_t>(threadCount(), chunks);
    if (threads <= 1) {
        if (count > 0)
            body(std::int64_t{0}, count);
        return;
    }
#pragma omp parallel for schedule(static, 1) num_threads(static_cast <int>(threads))
    for (std::int64_t part = 0; part < threads; ++part) {
        const std::int64_t first = chunks * part / threads * grain;
        const std::int64_t last = std::min(count, chunks * (part + 1) / threads * grain);
        if (first < last)
            body(first, last);
    }
}

} // namespace protomind
