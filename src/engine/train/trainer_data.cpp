// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainer.h"

#include <fmt/format.h>

namespace protomind {

namespace {

Sentence noteOnSplit(const ValidationSplit& split, bool known) {
    const std::int64_t aside = split.validation ? split.validation->size() : 0;
    if (aside == 0 && split.wanted > 0)
        return "Nothing is kept aside: these weights have learned from all samples. Begin with fresh "
               "weights to keep some aside.";
    if (aside < split.wanted)
        return sentence("Kept aside: {}, not {}. These weights have learned from all other samples; begin "
                        "with fresh weights to keep more aside.",
                        aside, split.wanted);
    if (aside > 0 && !known)
        return "It isn't known which samples these weights have learned from: those kept aside may be among "
               "them. Begin with fresh weights to be sure.";
    return {};
}

} // namespace

Result<void> Trainer::load(const DataSource& data) {
    m_whole = data.training;
    m_test = data.test;
    m_learnedFrom = LearnedFrom(m_whole, data.fingerprints);
    takeSplit(splitForValidation(m_whole, m_settings.validation, m_settings.seed));

    TrainingComputation step = trainingStep(model(), m_objective, m_settings, m_plan.batchSize());
    m_facts.parameters = step.parameters;
    m_facts.testSamples = m_test ? m_test->size() : 0;
    std::erase_if(step.variables, [](const VariableInfo& variable) { return variable.ofNetwork; });
    if (auto added = m_network->addVariables(std::move(step.variables)); !added)
        return added;
    m_steps.setNormal(m_plan.batchSize());
    m_forwardWithActivations.setNormal(m_plan.batchSize());
    if (auto runner = m_steps.forBatch(m_plan.batchSize()); !runner)
        return std::unexpected(withSmallerBatch(runner.error(), m_plan.batchSize()));
    require(takeSnapshot(), "Trainer: first weights are not finite");
    return {};
}

void Trainer::takeSplit(ValidationSplit split) {
    m_facts.asideNote = noteOnSplit(split, m_learnedFrom.isKnown());
    m_facts.notes.clear();
    m_learnedFrom.setAside(split.validation);
    m_training = std::move(split.training);
    m_validation = std::move(split.validation);
    m_plan = EpochPlan(m_training->size(), m_settings.batchSize, m_settings.seed);
    m_facts.trainingSamples = m_training->size();
    m_facts.validationSamples = m_validation ? m_validation->size() : 0;
    m_facts.batchSize = m_plan.batchSize();
    m_facts.stepsPerEpoch = m_plan.stepsPerEpoch();
    if (m_plan.batchSize() < m_settings.batchSize) {
        m_facts.notes.push_back(
            sentence("A batch of {} is more than the {} training samples: each step takes all of them.",
                     m_settings.batchSize, m_training->size()));
    }
}

Result<void> Trainer::adoptLearnedFrom(const Checkpoint& checkpoint, bool all) {
    LearnedFrom learnedFrom = m_learnedFrom;
    learnedFrom.restore(checkpoint, all);
    ValidationSplit split =
        splitForValidation(m_whole, m_settings.validation, m_settings.seed, learnedFrom.marks());
    // Before anything is changed: there may be no memory for the step.
    const std::int64_t batch = std::min(m_settings.batchSize, split.training->size());
    if (auto runner = m_steps.forBatch(batch); !runner)
        return std::unexpected(withSmallerBatch(runner.error(), batch));
    m_learnedFrom = std::move(learnedFrom);
    m_unseen = m_learnedFrom.unseen();
    const std::int64_t stepsPerEpoch = m_plan.stepsPerEpoch();
    takeSplit(std::move(split));
    m_epochValidation = {};
    m_steps.setNormal(batch);
    m_forwardWithActivations.setNormal(batch);
    if (stepsPerEpoch != m_plan.stepsPerEpoch())
        countStepsAnew(stepsPerEpoch);
    return {};
}

const DataSet* Trainer::dataOf(Split split) const {
    switch (split) {
    case Split::Training:
        return m_training.get();
    case Split::Validation:
        return m_validation.get();
    case Split::Unseen:
        return m_unseen && !m_learnedFrom.isStepped() && m_unseen->size() > m_facts.validationSamples
                   ? m_unseen.get()
                   : nullptr;
    case Split::Test:
        break;
    }
    return m_test.get();
}

std::optional<std::int64_t> Trainer::learnedFrom(Split split) const {
    if (!dataOf(split))
        return 0;
    return m_learnedFrom.countIn(split == Split::Training     ? m_training
                                 : split == Split::Validation ? m_validation
                                 : split == Split::Unseen     ? m_unseen
                                                              : m_test);
}

namespace {

const char* nameOf(Split split) {
    switch (split) {
    case Split::Test:
        return "the test samples";
    case Split::Validation:
        return "the samples kept aside";
    case Split::Unseen:
        return "the samples not learned from";
    case Split::Training:
        break;
    }
    return "the training samples";
}

} // namespace

Result<EvaluationFigures> Trainer::evaluate(Split split, const std::stop_token& stop) {
    const DataSet* data = dataOf(split);
    if (!data)
        return EvaluationFigures{};
    return m_evaluator.evaluate(*data, nameOf(split), stop);
}

Result<bool> Trainer::resumeEvaluation(Split split, EvaluationProgress& progress,
                                       const Interruption& interrupted) {
    const DataSet* data = dataOf(split);
    require(data != nullptr, "Trainer: there is no such split to evaluate");
    return m_evaluator.resume(progress, *data, nameOf(split),
                              interrupted ? interrupted : Interruption([] { return false; }));
}

} // namespace protomind
