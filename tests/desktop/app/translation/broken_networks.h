// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/analysis.h"
#include "studio/network/training_fit.h"

#include <vector>

namespace protomind {

/// A drawing with something wrong, and what it is checked against.
struct BrokenNetwork {
    Network network; ///< its layers are called a1, a2, ...
    std::optional<DataShapes> data;
    TrainingSettings training;
    std::int64_t memory = 0;
};

/// Together they have every kind of problem that there is, and the sentences of shapes that don't fit.
[[nodiscard]] std::vector<BrokenNetwork> brokenNetworks();

} // namespace protomind
