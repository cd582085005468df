// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/names.h"
#include "engine/instance/variable_store.h"
#include "engine/program/computation.h"
#include "engine/train/objective.h"

#include <string>
#include <vector>

/// Everything that training computes, each as one computation: forward, backward, update and figures
/// together.
namespace protomind {

/// Names of what goes in and comes out besides those of any network.
inline constexpr const char* kLearningRate = "learning_rate"; ///< scalar
/// Of a phase whose attacks grow: the share of epsilon that they have, a scalar from 0 to 1.
inline constexpr const char* kEpsilonShare = "epsilon_share";
inline constexpr const char* kLoss = "loss";            ///< mean over the batch, without penalties
inline constexpr const char* kPenalty = "penalty";      ///< what is added to it; only where there is any
inline constexpr const char* kCorrect = "correct";      ///< how many of the batch; classes only
inline constexpr const char* kPredictedClass = "class"; ///< [N]; classes only

struct TrainingComputation {
    Computation computation;
    std::vector<VariableInfo> variables; ///< in the order of their declaration
    std::vector<std::string> trained;    ///< names of the weights that it changes
    std::int64_t parameters = 0;         ///< numbers in those
};

/// One step of supervised training: inputs kSamples, kTargets, kLearningRate; outputs kLoss, kPenalty and
/// kCorrect; updates every variable.
[[nodiscard]] TrainingComputation trainingStep(const Model& model, const Objective& objective,
                                               const TrainingSettings& settings, std::int64_t batch);

/// The network as it answers: kSamples, kTargets to kLoss, kCorrect and kPredictedClass.
[[nodiscard]] Computation evaluation(const Model& model, const Objective& objective,
                                     const TrainingSettings& settings, std::int64_t batch);

/// The network as it answers: kSamples to kOutputs, and kPredictedClass for classes.
[[nodiscard]] Computation prediction(const Model& model, const Objective& objective,
                                     const TrainingSettings& settings, std::int64_t batch);

/// A step's forward pass with the output of every layer, by its place in the model (layerOutputName), and
/// kLoss: how the layer is found where numbers stopped being finite.
[[nodiscard]] Computation forwardWithActivations(const Model& model, const Objective& objective,
                                                 const TrainingSettings& settings, std::int64_t batch);

/// What is looked at of a layer's output.
struct OutputView {
    std::size_t layer = 0; ///< by its place in the model
    /// The first so many of the last axis, each as a row: [channels, N x places]. 0: all numbers, as the
    /// layer gives them.
    std::int64_t channels = 0;
    bool operator==(const OutputView&) const = default;
};
/// The network as it answers: kSamples to one output a view (viewName, by its place in views).
[[nodiscard]] Computation observation(const Model& model, const TrainingSettings& settings,
                                      std::int64_t batch, const std::vector<OutputView>& views);
[[nodiscard]] std::string viewName(std::size_t view);

/// A step without its update: kSamples and kTargets to the gradients of some weights. Those of the loss go by
/// the weights' names, those of the penalty by penaltyGradientName; the latter only where there is a penalty.
[[nodiscard]] Computation weightGradients(const Model& model, const Objective& objective,
                                          const TrainingSettings& settings, std::int64_t batch,
                                          const std::vector<std::string>& weights);
[[nodiscard]] std::string penaltyGradientName(const std::string& weight);

} // namespace protomind
