// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/base/problem.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace protomind {

/// Memory that the steps of a program use one after another, for what lives no longer than one of them: being
/// the same for all, it stays in the caches, and there is little of it. While steps are made they say what
/// they need; then it is allocated once. It is for a number of threads that never changes: whoever uses it
/// runs on so many at most.
class Scratch {
public:
    explicit Scratch(int threads)
        : m_count(threads) {}

    /// How many threads have memory of their own.
    [[nodiscard]] int threads() const { return m_count; }
    /// Sees to it that every thread has so many floats of its own.
    void needEach(std::int64_t floats) { m_each = std::max(m_each, floats); }
    /// Sees to it that there are so many floats that all threads share.
    void needShared(std::int64_t floats) { m_sharedFloats = std::max(m_sharedFloats, floats); }

    void allocate() {
        m_threads.clear();
        for (int thread = 0; thread < m_count; ++thread)
            m_threads.push_back(uninitialisedFloats(static_cast<std::size_t>(m_each)));
        m_shared = uninitialisedFloats(static_cast<std::size_t>(m_sharedFloats));
    }

    /// Memory of one of the threads. A step that runs on more than these is a mistake that says so, rather
    /// than one that writes where others have their numbers.
    [[nodiscard]] float* of(int thread) const {
        require(thread >= 0 && thread < m_count, "Scratch: a thread without memory of its own");
        return m_threads[static_cast<std::size_t>(thread)].get();
    }
    [[nodiscard]] float* shared() const { return m_shared.get(); }
    [[nodiscard]] std::int64_t floats() const {
        return static_cast<std::int64_t>(m_threads.size()) * m_each + m_sharedFloats;
    }

private:
    int m_count;
    std::int64_t m_each = 0;
    std::int64_t m_sharedFloats = 0;
    std::vector<AlignedFloats> m_threads;
    AlignedFloats m_shared;
};

} // namespace protomind
