// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

namespace protomind {

/// A sample by what is in it: the upper 44 bits are a hash of its numbers and its target's, the lower 20 say
/// the how-many-eth of its equals in the set it is (from 0; of more than a million equals the last all have
/// the same). The same on every machine.
using Fingerprint = std::uint64_t;

/// Of every sample, by index. Reads the whole set.
[[nodiscard]] std::vector<Fingerprint> fingerprints(const DataSet& set);

/// Sorted, each once: what learnedFrom of a checkpoint holds, and what the functions below ask.
using FingerprintSet = std::vector<Fingerprint>;

[[nodiscard]] FingerprintSet setOf(std::vector<Fingerprint> fingerprints);
[[nodiscard]] FingerprintSet unionOf(const FingerprintSet& a, const FingerprintSet& b);
[[nodiscard]] bool contains(const FingerprintSet& set, Fingerprint fingerprint);
/// Whether it has a sample of the same content, whichever of its equals that is.
[[nodiscard]] bool containsContent(const FingerprintSet& set, Fingerprint fingerprint);

} // namespace protomind
