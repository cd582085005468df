// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/out_of_distribution.h"

#include "engine/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

UniformNoise uniformNoise(const HostArray& samples, std::uint64_t seed) {
    const auto numbers = static_cast<std::size_t>(samples.shape.without(0).elementCount());
    const std::size_t kinds = samples.shape.rank() == 2 ? numbers : 1;
    std::vector<float> low(samples.values.begin(),
                           samples.values.begin() + static_cast<std::ptrdiff_t>(kinds));
    std::vector<float> high = low;
    for (std::size_t i = 0; i < samples.values.size(); ++i) {
        low[i % kinds] = std::min(low[i % kinds], samples.values[i]);
        high[i % kinds] = std::max(high[i % kinds], samples.values[i]);
    }
    const bool whole =
        std::ranges::all_of(samples.values, [](float value) { return std::trunc(value) == value; });
    UniformNoise noise{
        .values = HostArray(samples.shape), .low = std::ranges::min(low), .high = std::ranges::max(high)};
    RandomStream random(seed);
    for (std::size_t i = 0; i < samples.values.size(); ++i) {
        const float from = low[i % kinds];
        const float to = high[i % kinds];
        noise.values.values[i] = whole ? std::min(std::floor(random.uniform(from, to + 1)), to)
                                       : std::min(random.uniform(from, to), to);
    }
    return noise;
}

bool hasPlaces(const Shape& sample) {
    return sample.rank() >= 2 && sample.elementCount() > sample[sample.rank() - 1];
}

HostArray shuffledPlaces(const HostArray& samples, std::uint64_t seed) {
    const auto count = static_cast<std::size_t>(samples.shape[0]);
    const auto together = static_cast<std::size_t>(samples.shape[samples.shape.rank() - 1]);
    std::vector<std::uint32_t> order(samples.values.size() / count / together);
    HostArray shuffled(samples.shape);
    RandomStream random(seed);
    for (std::size_t sample = 0; sample < count; ++sample) {
        std::iota(order.begin(), order.end(), 0u);
        random.shuffle(order);
        const std::size_t first = sample * order.size();
        for (std::size_t place = 0; place < order.size(); ++place)
            std::copy_n(
                samples.values.begin() + static_cast<std::ptrdiff_t>((first + order[place]) * together),
                together, shuffled.values.begin() + static_cast<std::ptrdiff_t>((first + place) * together));
    }
    return shuffled;
}

} // namespace protomind
