// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/recipe_runners.h"

#include "engine/program/compile.h"

#include <algorithm>
#include <set>

namespace protomind {

RecipeRunners::RecipeRunners(NetworkInstance& network, const Objective& objective,
                             const TrainingSettings& settings, TrainingRecipe recipe)
    : m_network(network)
    , m_objective(objective)
    , m_settings(settings)
    , m_recipe(std::move(recipe))
    , m_round(roundOf(m_recipe)) {
    for (const TrainingPhase& phase : m_recipe.phases)
        m_phases.emplace_back(
            network, [this, &phase](std::int64_t batch) { return stepOf(phase, batch).computation; },
            phase.figures);
}

Result<std::int64_t> RecipeRunners::addOptimizerState() {
    std::set<std::string> trained;
    for (const TrainingPhase& phase : m_recipe.phases) {
        TrainingComputation step = stepOf(phase, 1);
        trained.insert(step.trained.begin(), step.trained.end());
        // Also what only some phases bring: the weights of whom the network plays against.
        std::erase_if(step.variables, [this](const VariableInfo& variable) {
            return m_network.variables().buffer(variable.name) != nullptr;
        });
        if (auto added = m_network.addVariables(std::move(step.variables)); !added)
            return std::unexpected(added.error());
    }
    std::int64_t numbers = 0;
    for (const VariableInfo& variable : m_network.variables().variables())
        numbers += trained.contains(variable.name) ? variable.shape.elementCount() : 0;
    return numbers;
}

Result<void> RecipeRunners::compile(std::int64_t batch) {
    for (std::size_t phase = 0; phase < m_phases.size(); ++phase) {
        if (m_recipe.phases[phase].steps == 0)
            continue;
        if (auto runner = m_phases[phase].forBatch(batch); !runner)
            return std::unexpected(withSmallerBatch(runner.error(), batch));
    }
    return {};
}

void RecipeRunners::setNormal(std::int64_t batch) {
    for (BatchRunners& phase : m_phases)
        phase.setNormal(batch);
}

Problem RecipeRunners::withSmallerBatch(Problem problem, std::int64_t tooLarge) const {
    if (problem.kind != ProblemKind::Memory)
        return problem;
    for (std::int64_t batch = tooLarge / 2; batch >= 1; batch /= 2) {
        const bool fits = std::ranges::all_of(m_recipe.phases, [&](const TrainingPhase& phase) {
            const auto program = protomind::compile(stepOf(phase, batch).computation);
            return program && m_network.device().checkMemory(*program);
        });
        if (fits) {
            problem.remedy = sentence("A batch of {} fits.", batch);
            break;
        }
    }
    return problem;
}

} // namespace protomind
