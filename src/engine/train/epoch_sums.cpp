// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/epoch_sums.h"

#include <algorithm>

namespace protomind {

EpochSums::EpochSums(std::span<const TrainingPhase> phases) {
    for (const TrainingPhase& phase : phases) {
        Places& places = m_phases.emplace_back();
        if (phases.size() > 1) {
            places.loss = m_sums.size();
            m_sums.push_back({std::string(kLossFigure) + "/" + phase.name});
        }
        places.firstFigure = m_sums.size();
        places.figures = phase.figures.size();
        for (const std::string& figure : phase.figures)
            m_sums.push_back({figure});
    }
}

Figures EpochSums::means() const {
    Figures means;
    for (const FigureSum& sum : m_sums) {
        if (sum.samples > 0)
            means.push_back({sum.name, sum.sum / static_cast<double>(sum.samples)});
    }
    return means;
}

std::vector<FigureSum> EpochSums::begun() const {
    std::vector<FigureSum> begun;
    std::ranges::copy_if(m_sums, std::back_inserter(begun),
                         [](const FigureSum& sum) { return sum.samples > 0; });
    return begun;
}

void EpochSums::resume(std::span<const FigureSum> begun) {
    clear();
    for (FigureSum& sum : m_sums) {
        const auto found = std::ranges::find(begun, sum.name, &FigureSum::name);
        if (found != begun.end())
            sum = *found;
    }
}

void EpochSums::clear() {
    for (FigureSum& sum : m_sums) {
        sum.sum = 0;
        sum.samples = 0;
    }
}

} // namespace protomind
