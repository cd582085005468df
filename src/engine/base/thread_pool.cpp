// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/thread_pool.h"

#include "engine/base/subnormals.h"

#include <omp.h>

#include <algorithm>
#include <chrono>

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

void pause() {
#if defined(__SSE2__)
    _mm_pause();
#endif
}

/// A next part that no job has.
constexpr std::uint32_t kNothing = 0xffffffff;

constexpr std::uint64_t packed(std::uint32_t generation, std::uint32_t part) {
    return static_cast<std::uint64_t>(generation) << 32 | part;
}

} // namespace

int ThreadPool::threadIndex() {
    return t_index;
}

ThreadPool::ThreadPool(int threads)
    : m_active(threads) {
    grow(threads);
}

void ThreadPool::grow(int threads) {
    const std::lock_guard only(m_callers);
    for (int index = this->threads(); index < threads; ++index)
        m_workers.emplace_back([this, index] { work(index); });
    m_threads.store(std::max(threads, this->threads()), std::memory_order_relaxed);
}

ThreadPool::~ThreadPool() {
    m_stopping = true;
    m_generation.fetch_add(1);
    m_generation.notify_all();
}

void ThreadPool::run(std::int64_t parts, int limit, Body body, void* context) {
    std::unique_lock<std::mutex> only(m_callers, std::defer_lock);
    if (parts <= 1 || std::min(active(), limit) <= 1 || t_index != 0 || !only.try_lock()) {
        for (std::int64_t part = 0; part < parts; ++part)
            body(context, part);
        return;
    }
    const std::uint32_t generation = m_generation.load(std::memory_order_relaxed) + 1;
    // First nothing can be taken any more, by a thread that is late for the last job; then the job is
    // changed.
    m_next.store(packed(generation, kNothing));
    m_parts.store(parts, std::memory_order_release);
    m_body.store(body, std::memory_order_release);
    m_context.store(context, std::memory_order_release);
    m_limit.store(std::min(active(), limit), std::memory_order_release);
    m_done.store(0, std::memory_order_release);
    m_next.store(packed(generation, 0), std::memory_order_release);
    m_generation.store(generation, std::memory_order_release);
    m_generation.notify_all();
    takeParts(generation);
    while (m_done.load(std::memory_order_acquire) < parts)
        pause();
}

void ThreadPool::takeParts(std::uint32_t generation) {
    std::uint64_t next = m_next.load(std::memory_order_acquire);
    while (next >> 32 == generation) {
        const std::int64_t parts = m_parts.load(std::memory_order_acquire);
        const Body body = m_body.load(std::memory_order_acquire);
        void* context = m_context.load(std::memory_order_acquire);
        const auto part = static_cast<std::int64_t>(next & 0xffffffffu);
        if (part >= parts)
            return;
        // Succeeds only if no other job was begun since: then what was read belongs to this one.
        if (!m_next.compare_exchange_weak(next, next + 1, std::memory_order_acq_rel,
                                          std::memory_order_acquire))
            continue;
        body(context, part);
        m_done.fetch_add(1, std::memory_order_acq_rel);
        next = m_next.load(std::memory_order_acquire);
    }
}

void ThreadPool::work(int index) {
    t_index = index;
    // A library that is called from here stays on this thread.
    omp_set_num_threads(1);
    const FlushSubnormals flush;
    std::uint32_t seen = 0;
    while (!m_stopping) {
        std::uint32_t generation = m_generation.load(std::memory_order_acquire);
        const auto begin = std::chrono::steady_clock::now();
        while (generation == seen && std::chrono::steady_clock::now() - begin < kLookOut) {
            for (int spin = 0; generation == seen && spin < kSpins; ++spin) {
                pause();
                generation = m_generation.load(std::memory_order_acquire);
            }
        }
        if (generation == seen) {
            m_generation.wait(seen, std::memory_order_acquire);
            continue;
        }
        seen = generation;
        if (index < m_limit.load(std::memory_order_acquire))
            takeParts(generation);
    }
}

} // namespace protomind
