// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"

#include <string>

/// The settings that say how large an attack is, in training and in lenses.
namespace protomind {

inline constexpr double kLargestEpsilon = 100;

/// One of kNormNames.
[[nodiscard]] Field normField(std::string name, const std::string& standard);
/// From 0 to kLargestEpsilon.
[[nodiscard]] Field epsilonField(std::string name, double standard);

} // namespace protomind
