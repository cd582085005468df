// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/tensor/host_array.h"

#include <algorithm>
#include <vector>

/// Things of the form of samples that are none, to see what a network makes of them, in as many parts as
/// one likes. samples: [N, sample shape], at least one.
namespace protomind {

/// Between what numbers noise is drawn: the least and the largest of all the samples; of flat samples, whose
/// numbers may be of different kinds, of those that stand at the same place. Whole numbers where the samples
/// have no others.
class NoiseRange {
public:
    /// More samples, of the same shape each time; at least one before anything is drawn.
    void add(const HostArray& samples);
    [[nodiscard]] float low() const { return std::ranges::min(m_low); }
    [[nodiscard]] float high() const { return std::ranges::max(m_high); }
    /// Noise of the shape [N, sample shape], the next that random has.
    [[nodiscard]] HostArray draw(const Shape& shape, RandomStream& random) const;

private:
    std::vector<float> m_low; ///< one a kind of number
    std::vector<float> m_high;
    bool m_whole = true;
};

/// Whether samples have places: pixels, or the steps of a sequence.
[[nodiscard]] bool hasPlaces(const Shape& sample);
/// The places (all axes but the last) of each sample in another order, drawn anew for each: what stands at
/// one stays together.
[[nodiscard]] HostArray shuffledPlaces(const HostArray& samples, RandomStream& random);

} // namespace protomind
