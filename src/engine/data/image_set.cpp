// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/image_set.h"

#include <algorithm>

namespace protomind {

ImageSet::ImageSet(DataDescription description, std::vector<std::uint8_t> pixels,
                   std::vector<std::uint8_t> labels, std::vector<float> factors)
    : m_description(std::move(description))
    , m_pixels(std::move(pixels))
    , m_labels(std::move(labels))
    , m_factors(std::move(factors)) {
    require(m_pixels.size() ==
                m_labels.size() * static_cast<std::size_t>(m_description.sampleShape.elementCount()),
            "ImageSet: labels don't match the images");
    require(std::ranges::all_of(m_labels,
                                [&](std::uint8_t label) { return label < m_description.classNames.size(); }),
            "ImageSet: a label has no class");
    require(m_factors.size() == m_labels.size() * m_description.factors.size(),
            "ImageSet: factors don't match the images");
}

void ImageSet::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    const auto at = static_cast<std::size_t>(index);
    // A division, because a product with 1/255 would make white a little more than 1.
    std::ranges::transform(std::span(m_pixels).subspan(at * sample.size(), sample.size()), sample.begin(),
                           [](std::uint8_t pixel) { return static_cast<float>(pixel) / 255.0f; });
    target[0] = static_cast<float>(m_labels[at]);
}

void ImageSet::readFactors(std::int64_t index, std::span<float> factors) const {
    std::ranges::copy(
        std::span(m_factors).subspan(static_cast<std::size_t>(index) * factors.size(), factors.size()),
        factors.begin());
}

} // namespace protomind
