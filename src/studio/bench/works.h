// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/model.h"
#include "engine/train/settings.h"

#include <string>
#include <vector>

namespace protomind {

/// A network and batch that is timed: forward, backward and update.
struct Work {
    std::string name;
    Model model;
    std::int64_t classes = 0; ///< 0: a single value is learnt
    TrainingSettings training;
};

[[nodiscard]] std::vector<Work> works();
/// The network whose answers are timed: the convolutional one for digits.
[[nodiscard]] Work inferenceWork();

/// Samples that the network answers, in pieces of one size, as in an evaluation.
struct Answering {
    std::string name;
    std::int64_t piece = 1;
    std::int64_t pieces = 1;
};

[[nodiscard]] std::vector<Answering> answerings();

/// Floating-point operations of one step: multiplications and additions of the contractions alone, three
/// times the forward pass but for the first layer, whose input needs no gradient. Convolution taps in the
/// padding don't count.
[[nodiscard]] double usefulFlops(const Work& work);
/// The same for the answer to one sample.
[[nodiscard]] double usefulInferenceFlops(const Work& work);

} // namespace protomind
