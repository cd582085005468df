// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/data/data_set.h"
#include "engine/nn/model.h"

#include <cstdint>
#include <span>

/// Which samples are attacked together.
namespace protomind {

/// Samples that are attacked at once at most: what they make of a network keeps close to the processor.
inline constexpr std::int64_t kLargestAttackBatch = 128;
/// Numbers that a network computes for all of them at most, gradients among them: 512 MB.
inline constexpr std::int64_t kMostAttackNumbers = std::int64_t{1} << 27;

/// How many samples of a network may be attacked at once: a power of two, at most kLargestAttackBatch, and
/// such that all that is computed for them keeps within kMostAttackNumbers; at least one.
[[nodiscard]] std::int64_t fittingAttackBatch(const Model& model);

/// Samples of a set with their classes; round: which start of each sample it is. Rounded up to a power of two
/// by the last sample again, so that few sizes are ever compiled.
[[nodiscard]] AttackBatch samplesToAttack(const DataSet& data, std::span<const std::uint32_t> indices,
                                          std::int64_t round);

} // namespace protomind
