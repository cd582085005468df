// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fingerprint.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

namespace protomind {

namespace {

constexpr int kEqualsBits = 20;
constexpr Fingerprint kEqualsMask = (Fingerprint{1} << kEqualsBits) - 1;

// Primes, round and last mixing of XXH64 (Collet, https://github.com/Cyan4973/xxHash, doc/xxhash_spec.md).
constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9;
constexpr std::size_t kLanes = 4;

std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
    return std::rotl(lane + word * kPrime2, 31) * kPrime1;
}

/// 64 bits of two floats.
std::uint64_t wordOf(float low, float high) {
    return std::bit_cast<std::uint32_t>(low) | static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(high))
                                                   << 32;
}

std::uint64_t hashOf(std::span<const float> numbers) {
    // Four lanes at once, so that none waits for another's multiplication.
    std::array<std::uint64_t, kLanes> lanes{kPrime1 + kPrime2, kPrime2, 0, std::uint64_t{0} - kPrime1};
    std::size_t at = 0;
    for (; at + 2 * kLanes <= numbers.size(); at += 2 * kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] = mixed(lanes[lane], wordOf(numbers[at + 2 * lane], numbers[at + 2 * lane + 1]));
    for (; at < numbers.size(); ++at)
        lanes[at % kLanes] = mixed(lanes[at % kLanes], wordOf(numbers[at], 0));
    std::uint64_t hash = numbers.size();
    for (const std::uint64_t lane : lanes)
        hash = (hash ^ mixed(0, lane)) * kPrime1 + kPrime3;
    hash = (hash ^ hash >> 33) * kPrime2;
    hash = (hash ^ hash >> 29) * kPrime3;
    return hash ^ hash >> 32;
}

} // namespace

std::vector<Fingerprint> fingerprints(const DataSet& set) {
    const auto width = static_cast<std::size_t>(set.description().sampleShape.elementCount());
    const auto targetWidth = static_cast<std::size_t>(set.description().targetShape.elementCount());
    std::vector<float> numbers(width + targetWidth);
    const std::span<float> sample = std::span(numbers).first(width);
    const std::span<float> target = std::span(numbers).subspan(width);
    std::vector<Fingerprint> result;
    result.reserve(static_cast<std::size_t>(set.size()));
    std::unordered_map<Fingerprint, Fingerprint> equals;
    equals.reserve(result.capacity());
    for (std::int64_t index = 0; index < set.size(); ++index) {
        set.read(index, sample, target);
        const Fingerprint content = hashOf(numbers) & ~kEqualsMask;
        Fingerprint& before = equals[content];
        result.push_back(content | before);
        before = std::min(before + 1, kEqualsMask);
    }
    return result;
}

FingerprintSet setOf(std::vector<Fingerprint> fingerprints) {
    std::ranges::sort(fingerprints);
    const auto twice = std::ranges::unique(fingerprints);
    fingerprints.erase(twice.begin(), twice.end());
    return fingerprints;
}

FingerprintSet unionOf(const FingerprintSet& a, const FingerprintSet& b) {
    FingerprintSet both;
    both.reserve(a.size() + b.size());
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

bool contains(const FingerprintSet& set, Fingerprint fingerprint) {
    return std::ranges::binary_search(set, fingerprint);
}

bool containsContent(const FingerprintSet& set, Fingerprint fingerprint) {
    const Fingerprint content = fingerprint & ~kEqualsMask;
    const auto found = std::ranges::lower_bound(set, content);
    return found != set.end() && (*found & ~kEqualsMask) == content;
}

} // namespace protomind
