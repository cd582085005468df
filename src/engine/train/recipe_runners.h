// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/batch_runner.h"
#include "engine/train/training_recipe.h"

#include <vector>

namespace protomind {

/// The steps of a recipe, compiled for a network: each phase's by batch size.
class RecipeRunners {
public:
    /// All outlive it. The recipe has passed checkRecipe.
    RecipeRunners(NetworkInstance& network, const Objective& objective, const TrainingSettings& settings,
                  TrainingRecipe recipe);
    RecipeRunners(const RecipeRunners&) = delete;
    RecipeRunners& operator=(const RecipeRunners&) = delete;

    /// Adds the state of every phase's optimiser to the network, and what phases have of other networks.
    /// Gives how many numbers the phases change.
    [[nodiscard]] Result<std::int64_t> addOptimizerState();
    /// Compiles the steps of all phases for a batch. A problem with memory gets the largest half, quarter,
    /// ... of the batch that fits as its remedy.
    [[nodiscard]] Result<void> compile(std::int64_t batch);
    /// The batch size that stays compiled, however long it is not asked for.
    void setNormal(std::int64_t batch);
    /// That of the phase that a step belongs to; it stays as BatchRunners::forBatch says.
    [[nodiscard]] Result<BatchRunner*> forStep(std::int64_t step, std::int64_t batch) {
        return m_phases[phaseOf(step)].forBatch(batch);
    }
    /// What the device runs for the step with the normal batch; null where it isn't compiled.
    [[nodiscard]] const Executable* executable(std::int64_t step) const {
        const BatchRunner* const runner = m_phases[phaseOf(step)].normal();
        return runner ? &runner->executable() : nullptr;
    }
    /// The place in the recipe of the phase that a step belongs to.
    [[nodiscard]] std::size_t phaseOf(std::int64_t step) const {
        return m_round[static_cast<std::size_t>(step) % m_round.size()];
    }

    /// The phase that a step belongs to.
    [[nodiscard]] const TrainingPhase& phase(std::int64_t step) const {
        return m_recipe.phases[phaseOf(step)];
    }

private:
    [[nodiscard]] TrainingComputation stepOf(const TrainingPhase& phase, std::int64_t batch) const {
        return phaseStep(phase, m_network.model(), m_objective, m_settings, batch);
    }
    [[nodiscard]] Problem withSmallerBatch(Problem problem, std::int64_t tooLarge) const;

    NetworkInstance& m_network;
    const Objective& m_objective;
    const TrainingSettings& m_settings;
    TrainingRecipe m_recipe;
    std::vector<std::size_t> m_round; ///< the phase of each of its steps
    std::vector<BatchRunners> m_phases;
};

} // namespace protomind
