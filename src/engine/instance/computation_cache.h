// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/compiled_computation.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace protomind {

/// Compiled computations by a key that says what they compute and for which shapes. Each holds memory on its
/// device, so those that were not asked for longest go first.
class ComputationCache {
public:
    /// How many are kept at most ...
    static constexpr std::size_t kMostKept = 16;
    /// ... and the floats that they may hold together: 1 GiB. The last one stays, however large.
    static constexpr std::int64_t kMostElements = std::int64_t{1} << 28;

    explicit ComputationCache(std::int64_t mostElements = kMostElements)
        : m_mostElements(mostElements) {}

    /// Null where it isn't kept. What it gives is there until the next call of keep().
    [[nodiscard]] CompiledComputation* find(const std::string& key);
    /// Before another is compiled, so that its memory can be used again.
    void makeRoom();
    CompiledComputation& keep(const std::string& key, std::unique_ptr<CompiledComputation> computation);
    void clear() { m_kept.clear(); }

    [[nodiscard]] std::size_t size() const { return m_kept.size(); }
    [[nodiscard]] std::int64_t elements() const;

private:
    struct Kept {
        std::string key;
        std::unique_ptr<CompiledComputation> computation;
    };
    std::int64_t m_mostElements;
    std::vector<Kept> m_kept; ///< the one that was asked for last comes last
};

} // namespace protomind
