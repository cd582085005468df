// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/patch.h"
#include "engine/attack/perturbation.h"

#include <cstdint>
#include <optional>

namespace protomind {

/// What one and the same change of all samples is.
enum class UniversalKind {
    Patch,      ///< laid over a part of a picture, anywhere
    Everywhere, ///< added to all numbers
};

/// Where a patch is to do its work.
struct PatchPlaces {
    bool turned = false;                ///< by any quarter turns, or upright
    std::optional<PatchPlace> always{}; ///< there alone; none: anywhere on a picture
    bool operator==(const PatchPlaces&) const = default;
};

/// The changes that are allowed.
struct UniversalSet {
    UniversalKind kind = UniversalKind::Patch;
    PatchPlaces places{};     ///< of a patch
    double share = 0.35;      ///< of a patch's side in the picture's shorter one
    PerturbationSet within{}; ///< of a patch the range alone counts, and there is one
    double epsilon = 0.1;     ///< Everywhere: the largest size
};

/// One change for all samples.
struct UniversalChange {
    UniversalKind kind = UniversalKind::Patch;
    PatchPlaces places{};
    HostArray values; ///< Patch: [side, side, channels]; else [sample shape]
    std::optional<SampleRange> range{};
};

/// Plain noise: a patch of pixels from all of the range, or a change everywhere as large as is allowed. A
/// function of the seed and the stream.
[[nodiscard]] UniversalChange noiseChange(const UniversalSet& allowed, const Shape& sample,
                                          std::uint64_t seed, std::uint64_t stream);

/// Where it comes to lie on a sample: drawn by seed and number. All the same where it is everywhere.
[[nodiscard]] PatchPlace placeOf(const UniversalChange& change, const Shape& sample, std::uint64_t seed,
                                 std::uint64_t number);

/// Changes a sample; it keeps within the range.
void applyChange(const UniversalChange& change, const PatchPlace& place, const Shape& sample,
                 std::span<float> numbers);
/// Adds the gradient at a changed sample, weighed, to that at the change. Numbers that the range holds back
/// count as if they were free, or a change that is held back everywhere would never come back.
void gatherChange(std::span<const float> numbers, const PatchPlace& place, const Shape& sample, float weight,
                  UniversalChange& gradient);

/// The nearest change that is allowed.
void projectChange(const UniversalSet& allowed, UniversalChange& change);

} // namespace protomind
