// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"

#include <cstdint>
#include <vector>

namespace protomind {

enum class SaliencyMethod {
    Gradient,
    GradientTimesInput,
    SmoothGrad,
    IntegratedGradients,
    Occlusion,
    GradCam
};

/// Outputs that a class can be chosen among.
inline constexpr std::int64_t kMostSaliencyOutputs = 65536;

/// The settings of the saliency lens.
[[nodiscard]] const std::vector<Field>& saliencyFields();
[[nodiscard]] SaliencyMethod saliencyMethodOf(const Settings& settings);

} // namespace protomind
