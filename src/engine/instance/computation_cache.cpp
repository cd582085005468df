// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/computation_cache.h"

#include <algorithm>

namespace protomind {

CompiledComputation* ComputationCache::find(const std::string& key) {
    const auto found = std::ranges::find(m_kept, key, &Kept::key);
    if (found == m_kept.end())
        return nullptr;
    std::rotate(found, found + 1, m_kept.end());
    return m_kept.back().computation.get();
}

void ComputationCache::makeRoom() {
    while (m_kept.size() >= kMostKept)
        m_kept.erase(m_kept.begin());
}

CompiledComputation& ComputationCache::keep(const std::string& key,
                                            std::unique_ptr<CompiledComputation> computation) {
    makeRoom();
    m_kept.emplace_back(key, std::move(computation));
    std::int64_t all = elements();
    while (m_kept.size() > 1 && all > m_mostElements) {
        all -= m_kept.front().computation->memoryElements();
        m_kept.erase(m_kept.begin());
    }
    return *m_kept.back().computation;
}

std::int64_t ComputationCache::elements() const {
    std::int64_t elements = 0;
    for (const Kept& kept : m_kept)
        elements += kept.computation->memoryElements();
    return elements;
}

} // namespace protomind
