// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/tensor/host_array.h"

#include <vector>

namespace protomind {

/// [count, mean.size()]: normal around the mean, with a standard deviation for each axis.
[[nodiscard]] inline HostArray drawnSamples(std::int64_t count, const std::vector<float>& mean,
                                            const std::vector<float>& deviation, std::uint64_t seed) {
    RandomStream random(seed);
    HostArray samples({count, static_cast<std::int64_t>(mean.size())});
    auto next = samples.values.begin();
    for (std::int64_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < mean.size(); ++k)
            *next++ = mean[k] + deviation[k] * random.normal();
    return samples;
}

} // namespace protomind
