// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/instance/names.h"
#include "engine/nn/loss.h"
#include "engine/nn/model.h"
#include "engine/program/computation.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// One number made from a built network, to take gradients of. It may have inputs of its own: input() in
/// build.
struct ScalarFunction {
    std::string key; ///< tells it from any other one that is made of the same networks
    /// A node of one element, or what does not suit the network.
    std::function<Result<Node>(Graph& graph, const BuiltModel& built)> build;
};

/// The logit of one class (or output, counted row-major), summed over the samples: no sample has an influence
/// on another's, so that its gradient holds each sample's own.
[[nodiscard]] ScalarFunction logitOf(std::int64_t output);
/// The same with a class of each sample's own: the input kChosenClasses [N]. One that there isn't counts for
/// nothing.
[[nodiscard]] ScalarFunction chosenLogits();
/// The mean loss over the samples: the input kTargets, [N] for classes, else [N, targetShape].
[[nodiscard]] ScalarFunction meanLoss(const LossType& loss, TargetForm form, std::int64_t classes,
                                      const Shape& targetShape);
/// The sum of everything that a layer gives; of one of its channels (last axis) alone where that is not -1.
[[nodiscard]] ScalarFunction layerSum(std::size_t layer, std::int64_t channel = -1);

/// What is to be computed of a network in one run, from kSamples and the inputs of the scalar.
struct NetworkQuery {
    bool outputs = false;                 ///< to be given as kOutputs: what the last layer gives
    bool logits = false;                  ///< as kLogits
    std::vector<std::size_t> layers;      ///< whose outputs: as layerOutputName(layer)
    std::optional<ScalarFunction> scalar; ///< as kScalar
    /// What gradients of the scalar are asked for with respect to. That of what the scalar does not depend on
    /// is zero: a logit does not depend on the softmax behind it.
    bool samplesGradient = false;             ///< as gradientName(kSamples)
    std::vector<std::size_t> layerGradients;  ///< as gradientName(layerOutputName(layer))
    std::vector<std::string> weightGradients; ///< by the variable's name: as gradientName(name)
    /// A layer whose output is given, as the input layerOutputName(from), and computed on from. kSamples
    /// is only needed where the rest still looks at it.
    std::optional<std::size_t> from;
    BuildMode mode = BuildMode::Inference; ///< in Training, dropout drops; statistics stay as they are

    /// Says the same as another query's only where both compute the same of any network.
    [[nodiscard]] std::string key() const;
};

/// The query as a computation for a batch size. Fails where the model has no such layer, weight or output.
[[nodiscard]] Result<Computation> computationOf(const Model& model, const NetworkQuery& query,
                                                std::int64_t batch, std::uint64_t seed);

} // namespace protomind
