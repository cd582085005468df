// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/thread_pool.h"

#include <algorithm>
#include <cstdint>

namespace protomind {

/// How many threads the processor runs at once, the caller's counted.
[[nodiscard]] int processorThreads();
/// The number of the calling thread within the present parallelFor.
[[nodiscard]] int threadIndex();
/// The pool behind parallelFor: one for the whole process, whoever computes shares its threads. How many of
/// them take part is for each call to say, so that callers don't get in each other's way.
[[nodiscard]] ThreadPool& threadPool();

/// Parts for each thread: enough that one which was held back leaves its share to the others. A few chunks
/// are not put together: parts of one and of two chunks would leave a thread waiting for the longer.
inline constexpr std::int64_t kPartsPerThread = 4;
inline constexpr std::int64_t kFewChunksPerThread = 16;

/// Calls body(first, last) on parts of [0, count) that together cover it, in several threads where there is
/// enough work: parts begin at multiples of grain. Runs on the calling thread alone when count <= grain, so
/// tiny work never pays for others. The parts depend on the thread count; what body computes for an index
/// must not. most: only threads with a lower number take part, for those who have memory for so many.
template<class Body>
void parallelFor(std::int64_t count, std::int64_t grain, const Body& body, int most = processorThreads()) {
    const std::int64_t chunks = (count + grain - 1) / grain;
    const std::int64_t threads = chunks > 1 ? std::min(most, threadPool().threads()) : 1;
    if (threads <= 1) {
        if (count > 0)
            body(std::int64_t{0}, count);
        return;
    }
    struct Job {
        const Body& body;
        std::int64_t count;
        std::int64_t grain;
        std::int64_t chunks;
        std::int64_t parts;
    } job{body, count, grain, chunks,
          chunks <= threads * kFewChunksPerThread ? chunks : threads * kPartsPerThread};
    const auto runPart = [](void* context, std::int64_t part) {
        const Job& j = *static_cast<const Job*>(context);
        const std::int64_t first = j.chunks * part / j.parts * j.grain;
        const std::int64_t last = std::min(j.count, j.chunks * (part + 1) / j.parts * j.grain);
        if (first < last)
            j.body(first, last);
    };
    threadPool().run(job.parts, most, runPart, &job);
}

} // namespace protomind
