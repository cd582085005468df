// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/generated_modes.h"

#include "studio/lens/sample_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {

namespace {

struct NearestMode {
    std::size_t mode = 0;
    double squaredDistance = std::numeric_limits<double>::infinity();
};

NearestMode nearestMode(std::span<const float> sample, const SampleRows& centres) {
    NearestMode nearest;
    for (std::int64_t mode = 0; mode < centres.count; ++mode) {
        const std::span<const float> centre = centres[mode];
        double squared = 0;
        for (std::size_t i = 0; i < sample.size(); ++i) {
            const double difference = static_cast<double>(sample[i]) - static_cast<double>(centre[i]);
            squared += difference * difference;
        }
        if (squared < nearest.squaredDistance)
            nearest = {static_cast<std::size_t>(mode), squared};
    }
    return nearest;
}

} // namespace

Result<ModeCoverage> modeCoverage(const HostArray& made, const HostArray& centres, double deviation,
                                  double leastShare) {
    require(std::isfinite(deviation) && deviation > 0, "modeCoverage: a deviation is more than 0");
    require(leastShare >= 0 && leastShare <= 1, "modeCoverage: a share is from 0 to 1");
    auto samples = anyRows(made, kMadeSamples);
    if (!samples)
        return std::unexpected(samples.error());
    auto modes = finiteRows(centres, kCentresOfModes);
    if (!modes)
        return std::unexpected(modes.error());
    if (auto same = checkSameSize(samples->size, modes->size); !same)
        return std::unexpected(same.error());

    ModeCoverage coverage{.samples = samples->count,
                          .atMode = std::vector<std::int64_t>(static_cast<std::size_t>(modes->count))};
    const double reach = kModeReach * deviation;
    std::int64_t good = 0;
    for (std::int64_t i = 0; i < samples->count; ++i) {
        const std::span<const float> sample = (*samples)[i];
        if (!std::ranges::all_of(sample, [](float value) { return std::isfinite(value); }))
            continue;
        ++coverage.finite;
        const NearestMode nearest = nearestMode(sample, *modes);
        if (nearest.squaredDistance > reach * reach)
            continue;
        ++good;
        ++coverage.atMode[nearest.mode];
    }
    const auto all = static_cast<double>(samples->count);
    coverage.highQuality = static_cast<double>(good) / all;
    for (const std::int64_t here : coverage.atMode) {
        coverage.shareAtMode.push_back(static_cast<double>(here) / all);
        if (here > 0 && coverage.shareAtMode.back() >= leastShare)
            ++coverage.found;
    }
    return coverage;
}

} // namespace protomind
