// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "engine/train/settings.h"

#include <string>
#include <vector>

namespace protomind {

/// A network and batch that is timed: forward, backward and update.
struct Benchmark {
    std::string name;
    Model model;
    std::int64_t classes = 0; ///< 0: a single value is learnt
    TrainingSettings training;
};

[[nodiscard]] std::vector<Benchmark> benchmarks();
/// The network whose answers are timed: the convolutional one for digits.
[[nodiscard]] Benchmark inferenceModel();

/// Samples that the network answers, in pieces of one size, as in an evaluation.
struct InferenceBenchmark {
    std::string name;
    std::int64_t piece = 1;
    std::int64_t pieces = 1;
};

[[nodiscard]] std::vector<InferenceBenchmark> inferenceBenchmarks();

/// Floating-point operations of one step: multiplications and additions of the contractions alone, three
/// times the forward pass but for the first layer, whose input needs no gradient. Convolution taps in the
/// padding don't count.
[[nodiscard]] double usefulFlops(const Benchmark& work);
/// The same for the answer to one sample.
[[nodiscard]] double usefulInferenceFlops(const Benchmark& work);
/// How many numbers the network learns.
[[nodiscard]] std::int64_t parameterCount(const Benchmark& work);

} // namespace protomind
