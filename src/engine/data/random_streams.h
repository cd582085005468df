// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// What the random numbers of a seed are used for in engine/data. Each use draws from streams of its own, so
/// that asking for more samples, or another split, changes none of the others.
enum class DataStream : std::uint32_t {
    TrainingSamples = 0xDA7A0001,
    TestSamples = 0xDA7A0002,
    ValidationSplit = 0xDA7A0003,
    EpochOrder = 0xDA7A0004,
    AugmentedEpoch = 0xDA7A0005,
    AugmentedSample = 0xDA7A0006,
    TrainingPlacement = 0xDA7A0007,
    TestPlacement = 0xDA7A0008,
};

/// The stream of the index-th sample (or epoch) of a use.
[[nodiscard]] constexpr std::uint64_t streamOf(DataStream use, std::uint64_t index = 0) {
    return (static_cast<std::uint64_t>(use) << 32) | (index & 0xFFFFFFFFu);
}

} // namespace protomind
