// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "engine/train/checkpoint.h"

namespace protomind {

/// The weights that a price is paid for (kernels, not biases), and how many of them are exactly zero.
struct WeightCount {
    std::int64_t all = 0;
    std::int64_t zero = 0;
    bool operator==(const WeightCount&) const = default;
};

/// Those of a model as far as the checkpoint has them.
[[nodiscard]] WeightCount countWeights(const Model& model, const Checkpoint& checkpoint);

} // namespace protomind
