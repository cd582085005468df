// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/fingerprint.h"

#include <map>

namespace protomind {

/// The fingerprints of whole sets, each computed once. Keeps the sets. Used by one thread at a time.
class FingerprintCache {
public:
    /// Stays where it is.
    [[nodiscard]] const std::vector<Fingerprint>& of(const DataSetPtr& set);

private:
    std::map<DataSetPtr, std::vector<Fingerprint>> m_known;
};

} // namespace protomind
