// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"
#include "engine/base/sentence.h"
#include "engine/nn/field.h"
#include "studio/lens/lens_type.h"

#include <string>
#include <vector>

/// The settings that lenses with attacks share.
namespace protomind {

inline constexpr const char* kOneStepAttack = "one_step";
inline constexpr const char* kPgdAttack = "pgd";
inline constexpr const char* kMomentumAttack = "momentum";
inline constexpr const char* kNoiseAttack = "noise";
inline constexpr const char* kFoolingAttack = "fooling"; ///< from noise to what a network is sure of

/// norm, epsilon, steps, step_size, restarts and seed, with these defaults.
[[nodiscard]] std::vector<Field> attackFields(std::int64_t steps, std::int64_t restarts);

/// An attack with its restarts, as settings have it, of one of the kinds above.
struct ChosenAttack {
    std::string kind;
    AttackSettings settings;
    std::int64_t restarts = 1; ///< 1 where it does not begin at random
    std::uint64_t seed = 1;
};
[[nodiscard]] ChosenAttack chosenAttack(const std::string& kind, std::span<const Field> fields,
                                        const Settings& settings, std::optional<SampleRange> range);

/// "PGD: 40 steps of 0.00625, 10 starts; L-infinity, epsilon 0.1": what stands with every figure.
[[nodiscard]] Sentence attackSentence(const ChosenAttack& attack);

/// How large the change may be that is measured so.
[[nodiscard]] Sentence attackSizeSentence(Norm norm, double epsilon);

/// Networks that can be attacked: that tell classes apart, from numbers that can be changed a little.
[[nodiscard]] Result<void> attackSuits(const LensTarget& target);

} // namespace protomind
