// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "studio/lens/lens_result.h"

#include <cstdint>

namespace protomind {

struct StepDissection;

/// The followed sample's own part of the gradient of the mean loss with respect to one weight, by the chain
/// rule: what arrives at each number of the layer, times how that number changes with the weight. A sum; the
/// largest terms stand there. Without terms where it isn't worked out: of layers that look at the whole
/// batch, and of what would take too long.
[[nodiscard]] LensStep shareOfGradient(const StepDissection& step, const Model& model, std::size_t layer,
                                       std::size_t variable, std::int64_t index);

} // namespace protomind
