// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/nn/model.h"
#include "studio/lens/lens_result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

struct StepDissection;

/// Which weight is to be followed through a step of training: what is left open is the one that changes most.
struct WeightWish {
    std::string layer;            ///< empty: of any
    std::int64_t variable = -1;   ///< of those that the layer declares; -1: any
    std::vector<std::int64_t> at; ///< empty: anywhere in it
};

/// With all that the optimiser works with for it. Its variable is empty where the step changes no weight.
/// Fails where there is no weight as wished.
[[nodiscard]] Result<LensFollowedWeight> followWeight(const StepDissection& step, const Model& model,
                                                      const WeightWish& wish);

} // namespace protomind
