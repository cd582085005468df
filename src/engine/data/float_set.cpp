// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/float_set.h"

#include <algorithm>

namespace protomind {

FloatSet::FloatSet(DataDescription description, std::vector<float> samples, std::vector<float> targets)
    : m_description(std::move(description))
    , m_samples(std::move(samples))
    , m_targets(std::move(targets)) {
    const std::int64_t sampleSize = m_description.sampleShape.elementCount();
    m_size = static_cast<std::int64_t>(m_samples.size()) / sampleSize;
    require(static_cast<std::int64_t>(m_samples.size()) == m_size * sampleSize,
            "FloatSet: a sample is incomplete");
    require(static_cast<std::int64_t>(m_targets.size()) == m_size * m_description.targetShape.elementCount(),
            "FloatSet: targets don't match the samples");
}

void FloatSet::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    const auto at = static_cast<std::size_t>(index);
    std::ranges::copy(std::span(m_samples).subspan(at * sample.size(), sample.size()), sample.begin());
    std::ranges::copy(std::span(m_targets).subspan(at * target.size(), target.size()), target.begin());
}

} // namespace protomind
