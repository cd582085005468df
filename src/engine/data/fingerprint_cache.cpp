// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fingerprint_cache.h"

namespace protomind {

const std::vector<Fingerprint>& FingerprintCache::of(const DataSetPtr& set) {
    const auto known = m_known.find(set);
    return known != m_known.end() ? known->second : m_known.emplace(set, fingerprints(*set)).first->second;
}

} // namespace protomind
