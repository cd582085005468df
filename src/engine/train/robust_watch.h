// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/robust_evaluation.h"
#include "engine/train/objective.h"

#include <functional>
#include <optional>

namespace protomind {

/// How a network stands attacks on samples that are kept aside, epoch by epoch of adversarial training: see
/// heldOutAttack.
class RobustWatch {
public:
    /// All outlive it.
    RobustWatch(NetworkInstance& network, const Objective& objective, const TrainingSettings& settings)
        : m_network(network)
        , m_objective(objective)
        , m_settings(settings) {}

    /// Attacks batch by batch, until done or interrupted (asked after every run); at least one run is done.
    /// Gives whether it is done; without adversarial training it is.
    [[nodiscard]] Result<bool> resume(const DataSet& heldOut, const std::function<bool()>& interrupted);
    /// The share that stood, 0 to 1, where an evaluation is done; the next one begins anew.
    [[nodiscard]] std::optional<double> take();

private:
    NetworkInstance& m_network;
    const Objective& m_objective;
    const TrainingSettings& m_settings;
    std::optional<RobustEvaluation> m_evaluation;
    bool m_done = false;
};

} // namespace protomind
