// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"

#include <gtest/gtest.h>

namespace protomind {

/// All samples of a set, read one by one.
struct WholeSet {
    std::size_t sampleSize = 0;
    std::size_t targetSize = 0;
    std::vector<float> samples;
    std::vector<float> targets;

    explicit WholeSet(const DataSet& set)
        : sampleSize(static_cast<std::size_t>(set.description().sampleShape.elementCount()))
        , targetSize(static_cast<std::size_t>(set.description().targetShape.elementCount()))
        , samples(static_cast<std::size_t>(set.size()) * sampleSize)
        , targets(static_cast<std::size_t>(set.size()) * targetSize) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(set.size()); ++i)
            set.read(static_cast<std::int64_t>(i), std::span(samples).subspan(i * sampleSize, sampleSize),
                     std::span(targets).subspan(i * targetSize, targetSize));
    }

    [[nodiscard]] std::size_t size() const { return samples.size() / sampleSize; }
    [[nodiscard]] std::span<const float> sample(std::size_t i) const {
        return std::span(samples).subspan(i * sampleSize, sampleSize);
    }
    bool operator==(const WholeSet&) const = default;
};

/// Opens a source that must open.
inline DataSource opened(const std::string& text, std::uint64_t seed = 7) {
    Result<DataSource> source = openData(text, seed);
    if (!source) {
        ADD_FAILURE() << source.error().text();
        throw std::runtime_error(text);
    }
    return std::move(*source);
}

} // namespace protomind
