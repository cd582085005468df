// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/figures.h"
#include "engine/train/training_recipe.h"

#include <span>

namespace protomind {

/// What is told of an epoch besides its loss and accuracy: the penalty, where a recipe has several phases the
/// loss of each, "loss/NAME", and what phases tell under names of their own. Sums over the samples, so that
/// an epoch that was interrupted ends with the same means. Adding allocates nothing.
class EpochSums {
public:
    EpochSums() = default;
    explicit EpochSums(std::span<const TrainingPhase> phases);

    void addPenalty(double sum, std::int64_t samples) { add(0, sum, samples); }
    /// phase: its place in the recipe.
    void addLoss(std::size_t phase, double sum, std::int64_t samples) {
        if (m_phases.size() > 1)
            add(m_phases[phase].loss, sum, samples);
    }
    /// sums: of what the phase tells besides, in its order.
    void addFigures(std::size_t phase, std::span<const double> sums, std::int64_t samples) {
        for (std::size_t i = 0; i < m_phases[phase].figures; ++i)
            add(m_phases[phase].firstFigure + i, sums[i], samples);
    }
    /// Means over the samples, of those that there are any of.
    [[nodiscard]] Figures means() const;
    /// Of the epoch so far, to go on with.
    [[nodiscard]] std::vector<FigureSum> begun() const;
    /// Goes on with those that are known by name.
    void resume(std::span<const FigureSum> begun);
    void clear();

private:
    void add(std::size_t which, double sum, std::int64_t samples) {
        m_sums[which].sum += sum;
        m_sums[which].samples += samples;
    }

    /// Where a phase's are in m_sums.
    struct Places {
        std::size_t loss = 0;
        std::size_t firstFigure = 0;
        std::size_t figures = 0;
    };

    std::vector<FigureSum> m_sums{{kPenaltyFigure}};
    std::vector<Places> m_phases;
};

} // namespace protomind
