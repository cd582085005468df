// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/instance/network_instance.h"
#include "engine/train/computations.h"

namespace protomind {

/// Where a weight is about to go: what training makes small is the loss and the penalty together.
struct WeightGradient {
    HostArray ofLoss;
    HostArray ofPenalty; ///< empty where there is no penalty
};

/// Looks into a network while it learns, without changing anything: what its layers give for some samples,
/// and where its weights are about to go. What was asked lately stays compiled, as all that is asked of the
/// network.
class Observer {
public:
    /// All outlive it.
    Observer(NetworkInstance& network, const Objective& objective, const TrainingSettings& settings)
        : m_network(network)
        , m_objective(objective)
        , m_settings(settings) {}

    /// samples: [N, sample shape]; one array a view. model: the network's, or another one whose variables lie
    /// beside its own.
    [[nodiscard]] Result<std::vector<HostArray>> look(const Model& model, const HostArray& samples,
                                                      const std::vector<OutputView>& views);
    /// Over samples of a set as the training step number `run` computes them; one a weight.
    [[nodiscard]] Result<std::vector<WeightGradient>> gradients(const std::vector<std::string>& weights,
                                                                const DataSet& data,
                                                                std::span<const std::uint32_t> indices,
                                                                std::uint64_t run);

private:
    NetworkInstance& m_network;
    const Objective& m_objective;
    const TrainingSettings& m_settings;
};

} // namespace protomind
