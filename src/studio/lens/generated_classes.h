// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <vector>

namespace protomind {

/// What a classifier makes of made samples. A generator that makes clear samples of every class has high
/// confidence, and its shares the entropy of the real ones'; one that makes a single class has entropy 0,
/// however clear they are. Entropies are in nats: of k classes with the same share, log k.
struct ClassCoverage {
    std::int64_t samples = 0;
    std::int64_t undecided = 0;         ///< samples of less than the least confidence
    std::vector<std::int64_t> counts{}; ///< samples decided for each class
    std::vector<double> shares{};       ///< of the decided ones; 0 without any
    double confidence = 0;              ///< the mean over all samples of the largest probability
    double entropyOfShares = 0;
    double entropyOfAnswers = 0; ///< the mean over all samples of their own probabilities' entropy
};

/// probabilities: [N, classes], each row with the sum 1. leastConfidence: from 0 to 1, below which a sample
/// is not decided for a class. Of equal probabilities the first is taken.
[[nodiscard]] Result<ClassCoverage> classCoverage(const HostArray& probabilities, double leastConfidence = 0);

} // namespace protomind
