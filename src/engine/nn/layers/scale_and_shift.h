// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

/// What normalisations have in common: a tiny number under the root, and a scale and a shift for each
/// channel.
namespace protomind {

[[nodiscard]] Field epsilonField();
[[nodiscard]] float epsilonOf(const std::vector<Field>& fields, const Settings& settings);

/// A scale and a shift along the last axis of one sample.
[[nodiscard]] std::vector<LayerVariable> scaleVariables(const Settings& settings,
                                                        std::span<const Shape> inputs);
/// standard * scale + shift, for a layer that holds these two.
[[nodiscard]] Node scaleAndShift(LayerBuilder& builder, Node standard);

} // namespace protomind
