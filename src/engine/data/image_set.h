// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

namespace protomind {

/// Images with a class each, kept as bytes and handed out as floats in 0..1.
class ImageSet final : public DataSet {
public:
    /// pixels is [n, sampleShape...], row-major; every label is below classNames.size().
    /// factors is [n, factors of the description].
    ImageSet(DataDescription description, std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels,
             std::vector<float> factors = {});

    [[nodiscard]] const DataDescription& description() const override { return m_description; }
    [[nodiscard]] std::int64_t size() const override { return static_cast<std::int64_t>(m_labels.size()); }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override;
    void readFactors(std::int64_t index, std::span<float> factors) const override;

private:
    DataDescription m_description;
    std::vector<std::uint8_t> m_pixels;
    std::vector<std::uint8_t> m_labels;
    std::vector<float> m_factors;
};

} // namespace protomind
