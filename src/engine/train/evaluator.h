// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/batch_runner.h"

#include <stop_token>

namespace protomind {

struct EvaluationFigures {
    std::int64_t samples = 0;
    double loss = 0;      ///< mean over the samples
    double accuracy = -1; ///< -1 where there are no classes
    std::vector<std::vector<std::int64_t>>
        confusion; ///< [true class][predicted class]; empty without classes
};

/// An evaluation on its way, which may be left and taken up again.
struct EvaluationProgress {
    std::int64_t samples = 0; ///< looked at so far
    double lossSum = 0;
    std::int64_t correct = 0;
    std::vector<std::vector<std::int64_t>> confusion;
};

/// A network as it answers (nothing dropped, running statistics), with the weights as they are at the moment.
class Evaluator {
public:
    /// All outlive it.
    Evaluator(NetworkInstance& network, const Objective& objective, const TrainingSettings& settings);

    /// Loss and decisions over a whole set; a stop ends it after the batch under way. Where the loss is not
    /// finite it fails with kind Diverged; name says what the set is: "the test samples".
    [[nodiscard]] Result<EvaluationFigures> evaluate(const DataSet& data, const std::string& name,
                                                     const std::stop_token& stop);
    /// The same batch by batch, until done or interrupted (asked after every batch); at least one batch is
    /// looked at. Gives whether it is done.
    [[nodiscard]] Result<bool> resume(EvaluationProgress& progress, const DataSet& data,
                                      const std::string& name, const std::function<bool()>& interrupted);
    /// What was found so far.
    [[nodiscard]] EvaluationFigures figures(const EvaluationProgress& progress) const;
    /// samples: [N, sample shape]; gives [N, output shape].
    [[nodiscard]] Result<HostArray> predict(const HostArray& samples);

private:
    static void countDecisions(std::span<const float> decided, std::span<const float> labels,
                               EvaluationProgress& progress);
    [[nodiscard]] Problem notFinite(BatchRunner& runner, std::span<const std::uint32_t> indices,
                                    const std::string& name) const;

    const Model& m_model;
    Device& m_device;
    const Objective& m_objective;
    std::int64_t m_batch;
    BatchRunners m_evaluations;
    BatchRunners m_predictions;
};

} // namespace protomind
