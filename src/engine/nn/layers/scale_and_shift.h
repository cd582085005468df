// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"

/// What normalisations have in common: a tiny number under the root, and a scale and a shift for each
/// channel.
namespace protomind {

[[nodiscard]] Field epsilonField();
[[nodiscard]] float epsilonOf(const std::vector<Field>& fields, const Settings& settings);

/// Two for each channel (number of the last axis) of one sample.
[[nodiscard]] ParameterCount scaleParameters(const Shape& input);
/// standard * scale + shift, with weights of these names along the last axis.
[[nodiscard]] Node scaleAndShift(LayerBuilder& builder, Node standard);

} // namespace protomind
