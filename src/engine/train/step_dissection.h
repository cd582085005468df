// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/nn/optimizer.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <string>
#include <vector>

namespace protomind {

/// The most numbers that a step of training is taken apart into: 128 MiB.
inline constexpr std::int64_t kMostDissectedNumbers = std::int64_t{1} << 25;

/// What a step of training will be given.
struct NextStep {
    std::int64_t step = 0;              ///< steps done before it
    std::vector<std::uint32_t> samples; ///< of the training split, in the order of the batch
    double learningRate = 0;            ///< as the schedule has it
    std::uint64_t run = 0;              ///< that its random numbers are drawn by
};

/// A layer in a step, for the followed sample: no array has a batch axis. Gradients are those of what is made
/// small, the mean loss over the batch with its penalty: the share of a sample is an Nth of its own.
struct LayerPass {
    HostArray output; ///< in training: dropout drops, normalisation goes by the batch
    /// Of the last layer, where the loss looks at what comes before its softmax or sigmoid: that. Else empty.
    HostArray logits;
    HostArray outputGradient;        ///< that arrives at output; with logits at those
    std::vector<HostArray> passedOn; ///< to each port, of this layer alone
};

/// A variable in a step: a weight, a running statistic, or a state of the optimiser. All in its shape.
struct VariablePass {
    std::string name;
    bool ofNetwork = true; ///< not the optimiser's
    bool updated = false;  ///< by this step; else after is before
    HostArray before;
    HostArray gradient;        ///< of the mean loss over the batch; empty where none is taken
    HostArray penaltyGradient; ///< of what the optimiser goes down besides (all but L1); empty: nothing
    HostArray after;
};

/// The next step of training, taken apart.
struct StepDissection {
    NextStep given;
    DataSetPtr seen;       ///< the training samples as this step sees them: see Augmentation
    std::size_t place = 0; ///< in the batch, of the followed sample
    HostArray sample;      ///< the followed one
    HostArray target;
    double loss = 0;       ///< mean over the batch, without the penalty
    double penalty = -1;   ///< -1 where there is none
    double sampleLoss = 0; ///< of the followed sample
    const OptimizerType* optimizer = nullptr;
    Settings optimizerSettings;
    double learningRate = 0;             ///< of the optimiser: that of the phase
    double l1 = 0;                       ///< the price of the size of weights, paid by a step of its own
    std::vector<LayerPass> layers;       ///< in the model's order
    std::vector<VariablePass> variables; ///< all there are, in the order of the store
};

} // namespace protomind
