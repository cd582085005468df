// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/train/batch_runner.h"

namespace protomind {

/// Where a weight is about to go: what training makes small is the loss and the penalty together.
struct WeightGradient {
    HostArray ofLoss;
    HostArray ofPenalty; ///< empty where there is no penalty
};

/// Looks into a network while it learns, without changing anything: what its layers give for some samples,
/// and where its weights are about to go. What was asked last stays compiled.
class Observer {
public:
    /// device and variables outlive it.
    Observer(const Model& model, const Objective& objective, const TrainingSettings& settings, Device& device,
             const VariableStore& variables)
        : m_model(model)
        , m_objective(objective)
        , m_settings(settings)
        , m_device(device)
        , m_variables(variables) {}

    /// samples: [N, sample shape]; one array a view.
    [[nodiscard]] Result<std::vector<HostArray>> look(const HostArray& samples,
                                                      const std::vector<LayerView>& views);
    /// Over samples of a set as the training step number `run` computes them; one a weight.
    [[nodiscard]] Result<std::vector<WeightGradient>> gradients(const std::vector<std::string>& weights,
                                                                const DataSet& data,
                                                                std::span<const std::uint32_t> indices,
                                                                std::uint64_t run);

private:
    const Model& m_model;
    const Objective& m_objective;
    const TrainingSettings& m_settings;
    Device& m_device;
    const VariableStore& m_variables;

    std::unique_ptr<BatchRunner> m_look;
    std::int64_t m_lookBatch = 0;
    std::vector<LayerView> m_views;

    std::unique_ptr<BatchRunners> m_gradients;
    std::vector<std::string> m_weights;
};

} // namespace protomind
