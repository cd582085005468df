// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/computations.h"
#include "engine/train/figures.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// Which of the network's variables a phase changes, by their names ("dense/kernel"). Empty: all of them.
using VariableChoice = std::function<bool(const std::string& variable)>;

/// What a phase builds from.
struct PhaseContext {
    const Model& model;
    const Objective& objective;
    const TrainingSettings& settings;
    /// Those of the variables that the phase trains, in their order: what a price of large weights is for.
    [[nodiscard]] std::vector<NetworkVariable> trained(std::span<const NetworkVariable> variables) const;
    VariableChoice trains;
    bool takenApart = false; ///< to be built so that PhaseGraph::model can be looked into
};

/// Adds what is told of a phase besides its loss.
using TellFigures = std::function<void(std::vector<Computation::Output>& outputs)>;

/// What a phase computes for a batch, but for gradients and updates: those follow from it.
struct PhaseGraph {
    /// Of the network. A phase that lets something through it twice has two nodes of one name.
    std::vector<NetworkVariable> variables;
    std::vector<LayerBuilder::StatisticUpdate> statistics;
    Node toMinimise; ///< a scalar
    Node loss;       ///< a scalar, told as kLoss: the mean over the batch
    Node penalty;    ///< a scalar, told as kPenalty; null where there is none
    /// What of the penalty is in toMinimise: all but the price of L1. Null where there is none.
    Node smoothPenalty;
    /// Adds what else is told: kCorrect, and TrainingPhase::figures; may be empty.
    TellFigures figures;
    /// Of a step that is taken apart, where it lets the samples through the network once: that, with each
    /// layer's output, and what comes to each port, as nodes of their own (see alias).
    std::optional<BuiltModel> model;
    Node target; ///< with model: [N, ...]
};

/// Builds it with the inputs that it wants of kSamples and kTargets, which are a batch of the training
/// samples.
using BuildPhase = std::function<PhaseGraph(Graph& graph, const PhaseContext& context, std::int64_t batch)>;

/// An optimiser with fields of its own. Its learning rate is that of the settings, as the schedule has it,
/// times the factor.
struct PhaseOptimizer {
    std::string name;
    Settings settings;
    double learningRateFactor = 1;
};

/// One of the things that training does in turn: something to make small, by changing some of the variables.
struct TrainingPhase {
    /// Tells its optimiser's state from other phases': without "/". Empty for the phase of supervised
    /// training, whose state is called as it always was.
    std::string name;
    BuildPhase build;
    /// The others, statistics too, keep every bit, and no optimiser's state is kept for them.
    VariableChoice trains;
    std::optional<PhaseOptimizer> optimizer; ///< none: that of the settings
    /// In a row, each on a batch of its own, before the next phase. 0: never for now; what it would train
    /// and its optimiser's state are there all the same.
    std::int64_t steps = 1;
    /// Names of what PhaseGraph::figures tells besides kCorrect, in that order: each a series of its own.
    std::vector<std::string> figures{};
    /// What of an average of what it changes stays in a step, which is kept beside each under averageName().
    /// 0: none is kept.
    double average = 0;
};

/// Each has a series of its own in the history.
inline constexpr std::size_t kMostPhases = 32;
inline constexpr std::size_t kLongestPhaseName = 100;

/// How a network is trained: phases, over and over again. Which phase a step belongs to follows from its
/// number, so that a run can be taken up anywhere.
struct TrainingRecipe {
    std::vector<TrainingPhase> phases;
    /// Of two players: what the network, which is the discriminator then, plays against. Its variables lie
    /// beside the network's. Such training knows no targets, so there is nothing to evaluate on samples kept
    /// aside.
    std::shared_ptr<const Model> generator{};
};

/// The loss of the settings on samples with their targets. trains: what is not frozen.
[[nodiscard]] TrainingRecipe supervisedRecipe(VariableChoice trains = {});
/// All but the variables of these layers.
[[nodiscard]] VariableChoice allBut(std::vector<std::string> layers);
/// The variables of these layers.
[[nodiscard]] VariableChoice onlyOf(std::vector<std::string> layers);

/// Its own, or that of the settings.
[[nodiscard]] PhaseOptimizer optimizerOf(const TrainingPhase& phase, const TrainingSettings& settings);

/// What supervisedRecipe builds, for phases that do the same with other variables.
[[nodiscard]] PhaseGraph supervisedPhase(Graph& graph, const PhaseContext& context, std::int64_t batch);

/// Sets the penalties of a phase whose loss is there, and what it makes small: the loss and the prices of the
/// model's layers and of its large weights.
void addPenalties(PhaseGraph& phase, Graph& graph, const PhaseContext& context, const BuiltModel& model);
/// Tells kCorrect of classes. objective outlives it.
[[nodiscard]] TellFigures correctFigure(const Objective& objective, const BuiltModel& model, Node target);

/// A sentence where the recipe has no phase, none with steps, two of one name, too many figures, or an
/// optimiser that there isn't.
[[nodiscard]] Result<void> checkRecipe(const TrainingRecipe& recipe);

/// For each step of a round the number of its phase.
[[nodiscard]] std::vector<std::size_t> roundOf(const TrainingRecipe& recipe);

/// A step of a phase with what it was put together from.
struct BuiltStep {
    TrainingComputation step;
    PhaseGraph phase;
    std::vector<NetworkVariable> trained; ///< those that the phase changes by their gradients, each once
};
[[nodiscard]] BuiltStep buildStep(const TrainingPhase& phase, const Model& model, const Objective& objective,
                                  const TrainingSettings& settings, std::int64_t batch,
                                  bool takenApart = false);

/// One step of a phase: inputs kLearningRate and what the phase asks for; outputs what it tells; updates what
/// it trains and its optimiser's state. parameters counts what it trains.
[[nodiscard]] TrainingComputation phaseStep(const TrainingPhase& phase, const Model& model,
                                            const Objective& objective, const TrainingSettings& settings,
                                            std::int64_t batch);

} // namespace protomind
