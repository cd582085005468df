// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fill.h"

namespace protomind {
namespace {

/// Elements below which a fork costs more than it saves.
constexpr std::int64_t kElementsPerPart = 1 << 16;

} // namespace

void fillBatch(const DataSet& set, std::span<const std::uint32_t> indices, std::span<float> samples,
               std::span<float> targets, int threads) {
    const auto sampleSize = static_cast<std::size_t>(set.description().sampleShape.elementCount());
    const auto targetSize = static_cast<std::size_t>(set.description().targetShape.elementCount());
    require(samples.size() == indices.size() * sampleSize, "fillBatch: samples don't fit the batch");
    require(targets.size() == indices.size() * targetSize, "fillBatch: targets don't fit the batch");

    const std::int64_t grain =
        std::max<std::int64_t>(1, kElementsPerPart / static_cast<std::int64_t>(sampleSize));
    parallelFor(
        static_cast<std::int64_t>(indices.size()), grain,
        [&](std::int64_t first, std::int64_t last) {
            for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i)
                set.read(indices[i], samples.subspan(i * sampleSize, sampleSize),
                         targets.subspan(i * targetSize, targetSize));
        },
        threads);
}

} // namespace protomind
