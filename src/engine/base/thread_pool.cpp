// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/thread_pool.h"

#include "engine/base/processor.h"
#include "engine/base/subnormals.h"

#include <omp.h>

#include <algorithm>
#include <chrono>
#include <utility>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace protomind {

namespace {

/// How long a thread looks out for the next job before it sleeps: longer than the pauses inside of a training
/// step, since waking it takes the system tens of microseconds, and much shorter than a frame of the window.
constexpr std::chrono::microseconds kLookOut{300};
/// Looks between two looks at the clock.
constexpr int kSpins = 64;

thread_local int t_index = 0;
/// A job that is begun inside of a part of another stays on its thread.
thread_local bool t_insideOfJob = false;

void pause() {
#if defined(__SSE2__)
    _mm_pause();
#endif
}

/// Holds a flag as long as it lives.
class Turn {
public:
    enum Taken { kTaken };
    explicit Turn(std::atomic_flag& flag)
        : m_flag(flag) {
        while (m_flag.test_and_set(std::memory_order_acquire))
            m_flag.wait(true, std::memory_order_relaxed);
    }
    Turn(std::atomic_flag& flag, Taken)
        : m_flag(flag) {}
    ~Turn() {
        m_flag.clear(std::memory_order_release);
        m_flag.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::atomic_flag& m_flag;
};

/// A next part that no job has.
constexpr std::uint32_t kNothing = 0xffffffff;

constexpr std::uint64_t packed(std::uint32_t generation, std::uint32_t part) {
    return static_cast<std::uint64_t>(generation) << 32 | part;
}

} // namespace

int ThreadPool::threadIndex() {
    return t_index;
}

ThreadPool::ThreadPool(int threads) {
    grow(threads);
}

void ThreadPool::grow(int threads) noexcept {
    try {
        const Turn turn(m_busy);
        while (this->threads() < threads) {
            Worker& worker = *m_workers.emplace_back(std::make_unique<Worker>());
            try {
                worker.thread =
                    std::jthread([this, &worker, index = this->threads()] { work(worker, index); });
            } catch (...) {
                m_workers.pop_back();
                throw;
            }
            m_threads.fetch_add(1, std::memory_order_relaxed);
        }
    } catch (const std::exception&) {
        // The system gives no more of them: those there are do the work.
    }
}

ThreadPool::~ThreadPool() {
    m_stopping = true;
    for (const std::unique_ptr<Worker>& worker : m_workers) {
        worker->called.fetch_add(1);
        worker->called.notify_one();
    }
}

void ThreadPool::run(std::int64_t parts, int most, Body body, void* context) {
    const int wanted = std::min(most, threads());
    const bool alone = parts <= 1 || wanted <= 1 || t_insideOfJob;
    if (alone || m_busy.test_and_set(std::memory_order_acquire)) {
        for (std::int64_t part = 0; part < parts; ++part)
            body(context, part);
        return;
    }
    const Turn turn(m_busy, Turn::kTaken);
    const std::uint32_t generation = ++m_generation;
    // First nothing can be taken any more, by a thread that is late for the last job; then the job is
    // changed.
    for (int share = 0; share < m_shares.load(std::memory_order_relaxed); ++share)
        m_next[static_cast<std::size_t>(share)].next.store(packed(generation, kNothing));
    const int shares = static_cast<int>(std::min<std::int64_t>({wanted, kMostShares, parts}));
    m_parts.store(parts, std::memory_order_release);
    m_body.store(body, std::memory_order_release);
    m_context.store(context, std::memory_order_release);
    m_shares.store(shares, std::memory_order_release);
    m_done.store(0, std::memory_order_release);
    m_callersProcessor.store(presentProcessor(), std::memory_order_relaxed);
    for (int share = 0; share < shares; ++share)
        m_next[static_cast<std::size_t>(share)].next.store(
            packed(generation, static_cast<std::uint32_t>(parts * share / shares)),
            std::memory_order_release);
    for (int index = 1; index < wanted; ++index) {
        Worker& worker = *m_workers[static_cast<std::size_t>(index - 1)];
        worker.called.store(generation, std::memory_order_release);
        worker.called.notify_one();
    }
    t_insideOfJob = true;
    takeParts(generation, 0);
    t_insideOfJob = false;
    while (m_done.load(std::memory_order_acquire) < parts)
        pause();
    if (m_failed.load(std::memory_order_acquire)) {
        const std::exception_ptr failure = std::exchange(m_failure, nullptr);
        m_failed = false;
        std::rethrow_exception(failure);
    }
}

void ThreadPool::takeParts(std::uint32_t generation, int index) {
    const int shares = m_shares.load(std::memory_order_acquire);
    for (int i = 0; i < shares; ++i)
        takeShare(generation, static_cast<std::size_t>((index + i) % shares));
}

void ThreadPool::takeShare(std::uint32_t generation, std::size_t share) {
    std::atomic<std::uint64_t>& counter = m_next[share].next;
    std::uint64_t next = counter.load(std::memory_order_acquire);
    while (next >> 32 == generation) {
        const std::int64_t parts = m_parts.load(std::memory_order_acquire);
        const std::int64_t shares = m_shares.load(std::memory_order_acquire);
        const Body body = m_body.load(std::memory_order_acquire);
        void* context = m_context.load(std::memory_order_acquire);
        const auto part = static_cast<std::int64_t>(next & 0xffffffffu);
        if (part >= parts * (static_cast<std::int64_t>(share) + 1) / shares)
            return;
        // Succeeds only if no other job was begun since: then what was read belongs to this one.
        if (!counter.compare_exchange_weak(next, next + 1, std::memory_order_acq_rel,
                                           std::memory_order_acquire))
            continue;
        runPart(body, context, part);
        m_done.fetch_add(1, std::memory_order_acq_rel);
        next = counter.load(std::memory_order_acquire);
    }
}

void ThreadPool::runPart(Body body, void* context, std::int64_t part) noexcept {
    try {
        body(context, part);
    } catch (...) {
        // Written by the first alone; read by the caller after this part counts as done.
        if (!m_failed.exchange(true))
            m_failure = std::current_exception();
    }
}

void ThreadPool::work(Worker& self, int index) {
    t_index = index;
    t_insideOfJob = true;
    // A library that is called from here stays on this thread.
    omp_set_num_threads(1);
    const FlushSubnormals flush;
    std::uint32_t seen = 0;
    while (!m_stopping) {
        std::uint32_t called = self.called.load(std::memory_order_acquire);
        const auto begin = std::chrono::steady_clock::now();
        while (called == seen && std::chrono::steady_clock::now() - begin < kLookOut) {
            for (int spin = 0; called == seen && spin < kSpins; ++spin) {
                pause();
                called = self.called.load(std::memory_order_acquire);
            }
        }
        if (called == seen) {
            self.called.wait(seen, std::memory_order_acquire);
            // Beside the caller, it would only take its time away.
            if (const int processor = presentProcessor();
                processor == m_callersProcessor.load(std::memory_order_relaxed))
                leaveProcessor(processor);
            continue;
        }
        seen = called;
        takeParts(called, index);
    }
}

} // namespace protomind
