// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"

#include <cstdint>

/// Things of the form of samples that are none, to see what a network makes of them. The same seed gives the
/// same ones. samples: [N, sample shape], at least one.
namespace protomind {

struct UniformNoise {
    HostArray values; ///< of the samples' shape
    float low = 0;    ///< all lies between these
    float high = 0;
};
/// Numbers between the least and the largest of all the samples; of flat samples, whose numbers may be of
/// different kinds, between the least and the largest that stand at the same place. Whole numbers where the
/// samples have no others.
[[nodiscard]] UniformNoise uniformNoise(const HostArray& samples, std::uint64_t seed);

/// Whether samples have places: pixels, or the steps of a sequence.
[[nodiscard]] bool hasPlaces(const Shape& sample);
/// The places (all axes but the last) of each sample in another order, drawn anew for each: what stands at
/// one stays together.
[[nodiscard]] HostArray shuffledPlaces(const HostArray& samples, std::uint64_t seed);

} // namespace protomind
