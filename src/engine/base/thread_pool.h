// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace protomind {

/// Threads that help with a count of parts, whoever is free taking the next one. The caller works too and
/// waits for parts, never for threads: one that the system holds back costs nothing unless it has begun a
/// part. One job at a time; a second caller works alone.
class ThreadPool {
public:
    using Body = void (*)(void* context, std::int64_t part);

    /// threads counts the caller: a pool of one has no threads of its own.
    explicit ThreadPool(int threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    [[nodiscard]] int threads() const { return m_threads.load(std::memory_order_relaxed); }
    /// Sees to it that there are at least so many. Threads are never taken away: those that don't take part
    /// sleep.
    void grow(int threads);
    /// How many of the threads take part, the caller counted.
    void setActive(int threads) { m_active.store(threads, std::memory_order_relaxed); }
    [[nodiscard]] int active() const { return m_active.load(std::memory_order_relaxed); }

    /// Calls body(context, part) for every part in [0, parts), each once, on threads with a number below
    /// limit. Bodies must not throw. Allocates nothing, and takes no lock that anybody waits for.
    void run(std::int64_t parts, int limit, Body body, void* context);

    /// The number of the calling thread in its pool; 0 for callers.
    [[nodiscard]] static int threadIndex();

private:
    void work(int index);
    /// Takes parts of the job of a generation until there are none left.
    void takeParts(std::uint32_t generation);

    std::vector<std::jthread> m_workers;
    std::atomic<int> m_threads{1};
    std::atomic<int> m_active{1};
    std::mutex m_callers;

    // The job. Its number of parts, body and context are set before its generation is published.
    std::atomic<std::int64_t> m_parts{0};
    std::atomic<int> m_limit{1};
    std::atomic<Body> m_body{nullptr};
    std::atomic<void*> m_context{nullptr};
    /// Generation in the upper half, next part in the lower: a part can only be taken from the job that was
    /// seen.
    alignas(64) std::atomic<std::uint64_t> m_next{0};
    alignas(64) std::atomic<std::int64_t> m_done{0};
    alignas(64) std::atomic<std::uint32_t> m_generation{0};
    std::atomic<bool> m_stopping{false};
};

} // namespace protomind
