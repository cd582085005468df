// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <span>

namespace protomind {

/// Samples as rows of numbers, of an array that outlives them.
struct SampleRows {
    std::int64_t count = 0;
    std::int64_t size = 0; ///< numbers of a sample
    const float* values = nullptr;

    [[nodiscard]] std::span<const float> operator[](std::int64_t row) const {
        return {values + row * size, static_cast<std::size_t>(size)};
    }
};

/// Of [N, ...]. whose: "The generated samples", for sentences. Fails where there are fewer than least, no
/// numbers in a sample, or some that are not finite.
[[nodiscard]] Result<SampleRows> finiteRows(const HostArray& samples, const Sentence& whose,
                                            std::int64_t least = 1);
/// The same, whatever the numbers are.
[[nodiscard]] Result<SampleRows> anyRows(const HostArray& samples, const Sentence& whose,
                                         std::int64_t least = 1);

/// Fails where samples of both are not of one size.
[[nodiscard]] Result<void> checkSameSize(std::int64_t made, std::int64_t real);

inline constexpr const char* kMadeSamples = "The generated samples";
inline constexpr const char* kRealSamples = "The real samples";
inline constexpr const char* kCentresOfModes = "The centres of the modes";
inline constexpr const char* kFeaturesOfSamples = "The features of the samples";
inline constexpr const char* kAnswersToSamples = "The answers to the samples";

} // namespace protomind
