// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

namespace protomind {

/// Threads that help with a count of parts. Each begins with its own share, so that what it computed stays
/// near for what it computes next, and then takes what others have left. The caller works too and waits for
/// parts, never for threads: one that the system holds back costs nothing unless it has begun a part. One job
/// at a time; a second caller works alone. Threads that are not wanted sleep.
class ThreadPool {
public:
    using Body = void (*)(void* context, std::int64_t part);
    /// Further threads begin with what others have left.
    static constexpr int kMostShares = 64;

    /// threads counts the caller: a pool of one has no threads of its own.
    explicit ThreadPool(int threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    [[nodiscard]] int threads() const { return m_threads.load(std::memory_order_relaxed); }
    /// Sees to it that there are so many, as far as the system gives them. Threads are never taken away.
    void grow(int threads) noexcept;

    /// Calls body(context, part) for every part in [0, parts), each once, on threads with a number below
    /// most. What a body throws first is thrown here, when every other part is done. Allocates nothing and
    /// takes no lock.
    void run(std::int64_t parts, int most, Body body, void* context);

    /// The number of the calling thread in its pool; 0 for callers.
    [[nodiscard]] static int threadIndex();

private:
    struct Worker {
        /// The generation of the last job that this thread was called to.
        alignas(64) std::atomic<std::uint32_t> called{0};
        std::jthread thread;
    };

    void work(Worker& self, int index);
    /// Takes parts of the job of a generation until there are none left.
    void takeParts(std::uint32_t generation, int index);
    void takeShare(std::uint32_t generation, std::size_t share);
    void runPart(Body body, void* context, std::int64_t part) noexcept;

    std::atomic<int> m_threads{1};
    std::atomic_flag m_busy; ///< set by the caller of the present job, and to grow
    std::uint32_t m_generation = 0;

    // The job. Its number of parts, body and context are set before its threads are called.
    std::atomic<std::int64_t> m_parts{0};
    std::atomic<Body> m_body{nullptr};
    std::atomic<void*> m_context{nullptr};
    std::atomic<int> m_shares{1};
    std::atomic<int> m_callersProcessor{-1};
    /// Generation in the upper half, next part in the lower: a part can only be taken from the job that was
    /// seen.
    struct Share {
        alignas(64) std::atomic<std::uint64_t> next{0};
    };
    std::array<Share, kMostShares> m_next;
    alignas(64) std::atomic<std::int64_t> m_done{0};
    std::atomic<bool> m_failed{false};
    std::exception_ptr m_failure;
    std::atomic<bool> m_stopping{false};

    std::vector<std::unique_ptr<Worker>> m_workers; ///< last: they end before what they use
};

} // namespace protomind
