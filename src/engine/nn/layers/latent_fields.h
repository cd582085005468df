// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"

/// What a Latent layer declares, for those who draw its numbers.
namespace protomind {

inline constexpr const char* kLatentType = "latent";
inline constexpr const char* kDistribution = "distribution";
inline constexpr const char* kUniform = "uniform"; ///< on -1 to 1

[[nodiscard]] const std::vector<Field>& latentFields();

} // namespace protomind
