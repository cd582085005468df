// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/augmented_set.h"
#include "engine/train/trainer.h"

#include <algorithm>

namespace protomind {

Result<void> Trainer::begin() {
    auto parameters = m_steps.addOptimizerState();
    if (!parameters)
        return std::unexpected(parameters.error());
    m_facts.parameters = *parameters;
    if (auto compiled = m_steps.compile(m_plan.batchSize()); !compiled)
        return compiled;
    return keepFirstState();
}

void Trainer::takeData(TrainingData data) {
    m_data = std::move(data);
    const std::int64_t samples = m_data.training()->size();
    m_plan = EpochPlan(samples, m_settings.batchSize, m_settings.seed);
    m_facts.trainingSamples = samples;
    m_facts.validationSamples = m_data.size(Split::Validation);
    m_facts.testSamples = m_generator ? 0 : m_data.size(Split::Test); // nothing is evaluated
    m_facts.batchSize = m_plan.batchSize();
    m_facts.stepsPerEpoch = m_plan.stepsPerEpoch();
    m_facts.asideNote = m_data.asideNote();
    m_facts.notes.clear();
    if (m_plan.batchSize() < m_settings.batchSize) {
        m_facts.notes.push_back(
            sentence("A batch of {} is more than the {} training samples: each step takes all of them.",
                     m_settings.batchSize, samples));
    }
    if (isOn(m_settings.augmentation) && !canBeAugmented(m_data.training()->description())) {
        m_facts.notes.push_back(
            canBeAugmented(m_data.training()->description().sampleShape)
                ? "What should come out are pictures, too: nothing of them is changed at random."
                : "These samples are no pictures: nothing of them is changed at random.");
    }
    m_steps.setNormal(m_plan.batchSize());
    m_forwardWithActivations.setNormal(m_plan.batchSize());
}

DataSetPtr Trainer::samplesNow() const {
    const DataSetPtr& samples = m_data.training();
    if (!isOn(m_settings.augmentation) || !canBeAugmented(samples->description()))
        return samples;
    return std::make_shared<AugmentedSet>(samples, m_settings.augmentation, m_settings.seed,
                                          m_plan.epochOf(m_step));
}

Result<void> Trainer::adoptLearnedFrom(const Checkpoint& checkpoint, bool all) {
    TrainingData data = m_data.withWeightsOf(checkpoint, all);
    // Before anything is changed: there may be no memory for the step.
    if (auto compiled = m_steps.compile(std::min(m_settings.batchSize, data.training()->size())); !compiled)
        return compiled;
    const std::int64_t stepsPerEpoch = m_plan.stepsPerEpoch();
    takeData(std::move(data));
    m_epochValidation = {};
    if (stepsPerEpoch != m_plan.stepsPerEpoch())
        countStepsAnew(stepsPerEpoch);
    return {};
}

Result<EvaluationFigures> Trainer::evaluate(Split split, const std::stop_token& stop) {
    const DataSet* data = dataOf(split);
    if (!data || m_generator)
        return EvaluationFigures{};
    return m_evaluator.evaluate(*data, nameOf(split), stop);
}

Result<bool> Trainer::resumeEvaluation(Split split, EvaluationProgress& progress,
                                       const Interruption& interrupted) {
    const DataSet* data = dataOf(split);
    require(data != nullptr, "Trainer: there is no such split to evaluate");
    if (m_generator)
        return true;
    return m_evaluator.resume(progress, *data, nameOf(split),
                              interrupted ? interrupted : Interruption([] { return false; }));
}

} // namespace protomind
