// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/history.h"
#include "engine/train/trainer.h"

#include <algorithm>
#include <cmath>

// What a run leaves behind, and how it goes on from that.
namespace protomind {

Checkpoint Trainer::checkpoint() const {
    Checkpoint checkpoint;
    m_network->variables().read(checkpoint.variables);
    checkpoint.step = m_step;
    checkpoint.learningRate = m_settings.learningRate;
    checkpoint.history = m_history;
    checkpoint.epochLoss = m_epochLoss;
    checkpoint.epochCorrect = m_epochCorrect;
    checkpoint.epochFigures = m_epochSums.begun();
    checkpoint.stepsPerEpoch = m_plan.stepsPerEpoch();
    checkpoint.learnedFrom = m_data.learnedFrom().all();
    checkpoint.learnedFromIsKnown = m_data.learnedFrom().isKnown();
    checkpoint.robust = m_robustRecord;
    if (!allFinite(checkpoint.variables)) {
        // The last step's update left the range of numbers, which the next step's loss will show.
        const Snapshot::Place& place = m_snapshot.place();
        checkpoint.variables = m_snapshot.values();
        checkpoint.step = place.step;
        cutHistory(checkpoint.history, place.lastPoint);
        if (checkpoint.robust.epoch > m_plan.epochsAfter(place.step))
            checkpoint.robust = {}; // reached after that
        checkpoint.epochLoss = place.epochLoss;
        checkpoint.epochCorrect = place.epochCorrect;
        checkpoint.epochFigures = place.epochSums.begun();
        if (!place.stepped) {
            checkpoint.learnedFrom = m_data.learnedFrom().before();
            checkpoint.learnedFromIsKnown = m_data.learnedFrom().isKnownBefore();
        }
    }
    return checkpoint;
}

namespace {

/// "hidden/kernel/velocity" beside "hidden/kernel", or "optimizer/beta".
bool hasOptimizerState(const VariableValues& variables) {
    return std::ranges::any_of(variables, [&variables](const auto& entry) {
        const std::string& name = entry.first;
        const std::size_t slash = name.rfind('/');
        return slash != std::string::npos && variables.contains(name.substr(0, slash));
    });
}

} // namespace

Result<RestoreReport> Trainer::restore(const Checkpoint& checkpoint) {
    for (const auto& [name, value] : checkpoint.variables) {
        if (!allFinite(value.values))
            return fail(ProblemKind::Input, "The saved weights hold a number that is not finite.", name,
                        "Train again from fresh weights, or from an older file.");
    }
    static_cast<void>(m_robust.take());
    forgetBest();
    const auto fits = [&checkpoint](const VariableInfo& variable) {
        const auto found = checkpoint.variables.find(variable.name);
        return found != checkpoint.variables.end() && found->second.shape == variable.shape;
    };
    RestoreReport report;
    // A part of an optimiser's state is worth nothing without the rest.
    bool wholeOptimizer = true;
    for (const VariableInfo& variable : m_network->variables().variables()) {
        if (!variable.ofNetwork)
            wholeOptimizer = wholeOptimizer && fits(variable);
    }
    for (const VariableInfo& variable : m_network->variables().variables()) {
        if (variable.ofNetwork)
            ++(fits(variable) ? report.variables : report.missing);
    }
    if (report.variables > 0) {
        if (auto adopted = adoptLearnedFrom(checkpoint, report.missing == 0); !adopted)
            return std::unexpected(adopted.error());
    }
    for (const VariableInfo& variable : m_network->variables().variables()) {
        if (fits(variable) && (variable.ofNetwork || wholeOptimizer))
            m_network->variables().write(variable.name, checkpoint.variables.at(variable.name));
    }
    report.position = report.missing == 0;
    report.exact = report.position && wholeOptimizer;
    report.optimizerAnew = !wholeOptimizer && hasOptimizerState(checkpoint.variables);
    if (report.position) {
        m_history = checkpoint.history;
        thinHistory(m_history);
        m_settings.learningRate = checkpoint.learningRate;
        m_step = checkpoint.step;
        m_epochLoss = checkpoint.epochLoss;
        m_epochCorrect = checkpoint.epochCorrect;
        m_epochSums.resume(checkpoint.epochFigures);
        m_epochValidation = {};
        m_validationPending = m_step > 0 && m_plan.endsEpoch(m_step - 1) &&
                              (m_history.empty() || m_history.back().step < m_step);
        if (checkpoint.stepsPerEpoch > 0 && checkpoint.stepsPerEpoch != m_plan.stepsPerEpoch())
            countStepsAnew(checkpoint.stepsPerEpoch);
    }
    m_part = {};
    m_divergedAt = -1;
    if (auto kept = keepFirstState(); !kept)
        return std::unexpected(kept.error());
    if (report.position) {
        if (auto resumed = resumeRobustness(checkpoint.robust); !resumed)
            return std::unexpected(resumed.error());
    }
    return report;
}

void Trainer::countStepsAnew(std::int64_t stepsPerEpoch) {
    // Another batch size or share kept aside: go on at the beginning of the epoch that was under way.
    m_step = m_step / stepsPerEpoch * m_plan.stepsPerEpoch();
    for (HistoryPoint& point : m_history)
        point.step = std::llround(point.epoch) * m_plan.stepsPerEpoch();
    m_epochLoss = 0;
    m_epochCorrect = 0;
    m_epochSums.clear();
    m_validationPending = false;
}

} // namespace protomind
