// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/out_of_distribution.h"

#include <cmath>
#include <numeric>

namespace protomind {

void NoiseRange::add(const HostArray& samples) {
    const auto numbers = static_cast<std::size_t>(samples.shape.without(0).elementCount());
    const std::size_t kinds = samples.shape.rank() == 2 ? numbers : 1;
    if (m_low.empty()) {
        m_low.assign(samples.values.begin(), samples.values.begin() + static_cast<std::ptrdiff_t>(kinds));
        m_high = m_low;
    }
    for (std::size_t i = 0; i < samples.values.size(); ++i) {
        m_low[i % kinds] = std::min(m_low[i % kinds], samples.values[i]);
        m_high[i % kinds] = std::max(m_high[i % kinds], samples.values[i]);
    }
    m_whole = m_whole &&
              std::ranges::all_of(samples.values, [](float value) { return std::trunc(value) == value; });
}

HostArray NoiseRange::draw(const Shape& shape, RandomStream& random) const {
    HostArray noise(shape);
    for (std::size_t i = 0; i < noise.values.size(); ++i) {
        const float from = m_low[i % m_low.size()];
        const float to = m_high[i % m_high.size()];
        noise.values[i] = m_whole ? std::min(std::floor(random.uniform(from, to + 1)), to)
                                  : std::min(random.uniform(from, to), to);
    }
    return noise;
}

bool hasPlaces(const Shape& sample) {
    return sample.rank() >= 2 && sample.elementCount() > sample[sample.rank() - 1];
}

HostArray shuffledPlaces(const HostArray& samples, RandomStream& random) {
    const auto count = static_cast<std::size_t>(samples.shape[0]);
    const auto together = static_cast<std::size_t>(samples.shape[samples.shape.rank() - 1]);
    std::vector<std::uint32_t> order(samples.values.size() / count / together);
    HostArray shuffled(samples.shape);
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
