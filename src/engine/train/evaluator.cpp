// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/evaluator.h"

#include "engine/train/non_finite.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

Evaluator::Evaluator(NetworkInstance& network, const Objective& objective, const TrainingSettings& settings)
    : m_model(network.model())
    , m_device(network.device())
    , m_objective(objective)
    , m_batch(fittingBatch(m_model))
    , m_evaluations(network,
                    [&](std::int64_t batch) { return evaluation(m_model, objective, settings, batch); })
    , m_predictions(network,
                    [&](std::int64_t batch) { return prediction(m_model, objective, settings, batch); }) {
    m_evaluations.setNormal(m_batch);
    m_predictions.setNormal(m_batch);
}

Result<EvaluationFigures> Evaluator::evaluate(const DataSet& data, const std::string& name,
                                              const std::stop_token& stop) {
    EvaluationProgress progress;
    if (!stop.stop_requested()) {
        auto done = resume(progress, data, name, [&stop] { return stop.stop_requested(); });
        if (!done)
            return std::unexpected(done.error());
    }
    return figures(progress);
}

Result<bool> Evaluator::resume(EvaluationProgress& progress, const DataSet& data, const std::string& name,
                               const std::function<bool()>& interrupted) {
    if (m_objective.form == TargetForm::Classes && progress.confusion.empty()) {
        const auto classes = static_cast<std::size_t>(m_objective.classes);
        progress.confusion.assign(classes, std::vector<std::int64_t>(classes, 0));
    }
    std::vector<std::uint32_t> indices;
    while (progress.samples < data.size()) {
        const std::int64_t count = std::min(data.size() - progress.samples, m_batch);
        indices.resize(static_cast<std::size_t>(count));
        std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(progress.samples));
        auto runner = m_evaluations.forBatch(count);
        if (!runner)
            return std::unexpected(runner.error());
        (*runner)->fill(data, indices);
        if (auto run = (*runner)->run(0); !run)
            return std::unexpected(run.error());
        (*runner)->askFigures();
        const BatchRunner::Figures found = (*runner)->takeFigures();
        const std::vector<float> decided =
            progress.confusion.empty() ? std::vector<float>() : (*runner)->read(kPredictedClass).values;
        if (auto sound = m_device.check(); !sound)
            return std::unexpected(sound.error());
        if (!std::isfinite(found.loss))
            return std::unexpected(notFinite(**runner, indices, name));
        progress.lossSum += static_cast<double>(found.loss) * static_cast<double>(count);
        progress.samples += count;
        if (!progress.confusion.empty()) {
            progress.correct += found.correct;
            countDecisions(decided, (*runner)->targets(), progress);
        }
        if (interrupted())
            break;
    }
    return progress.samples >= data.size();
}

EvaluationFigures Evaluator::figures(const EvaluationProgress& progress) const {
    EvaluationFigures figures;
    figures.samples = progress.samples;
    figures.confusion = progress.confusion;
    if (m_objective.form == TargetForm::Classes && figures.confusion.empty()) {
        const auto classes = static_cast<std::size_t>(m_objective.classes);
        figures.confusion.assign(classes, std::vector<std::int64_t>(classes, 0));
    }
    if (progress.samples > 0) {
        figures.loss = progress.lossSum / static_cast<double>(progress.samples);
        if (!figures.confusion.empty())
            figures.accuracy = static_cast<double>(progress.correct) / static_cast<double>(progress.samples);
    }
    return figures;
}

void Evaluator::countDecisions(std::span<const float> decided, std::span<const float> labels,
                               EvaluationProgress& progress) {
    for (std::size_t i = 0; i < decided.size(); ++i) {
        const auto row = static_cast<std::size_t>(std::max(labels[i], 0.0f));
        const auto column = static_cast<std::size_t>(std::max(decided[i], 0.0f));
        if (row < progress.confusion.size() && column < progress.confusion.size())
            ++progress.confusion[row][column];
    }
}

Problem Evaluator::notFinite(BatchRunner& runner, std::span<const std::uint32_t> indices,
                             const std::string& name) const {
    Problem problem;
    problem.kind = ProblemKind::Diverged;
    if (auto inData = nonFiniteData(runner.samples(), runner.targets(), indices, name)) {
        problem.sentence = *inData;
        problem.where = m_model.layers[static_cast<std::size_t>(m_model.inputLayer)].name;
        problem.remedy = "Mend the data, or leave that sample out.";
        return problem;
    }
    problem.sentence = sentence("The loss on {} is beyond what can be computed with.", name);
    problem.where = m_model.layers[static_cast<std::size_t>(m_model.outputLayer)].name;
    problem.remedy = "Lower the learning rate, or scale large values in the data.";
    return problem;
}

Result<HostArray> Evaluator::predict(const HostArray& samples) {
    if (samples.shape.rank() == 0 || samples.shape.without(0) != m_model.inputShape) {
        return fail(ProblemKind::Request,
                    sentence("The samples are {}, but the network takes any number of {}.",
                             samples.shape.text(), m_model.inputShape.text()));
    }
    if (samples.shape[0] == 0)
        return HostArray(m_model.outputShape.prepended(0));
    return inBatches(samples, m_batch, [this](const HostArray& part) -> Result<HostArray> {
        auto runner = m_predictions.forBatch(part.shape[0]);
        if (!runner)
            return std::unexpected(runner.error());
        std::ranges::copy(part.values, (*runner)->samples().begin());
        if (auto run = (*runner)->run(0); !run)
            return std::unexpected(run.error());
        HostArray outputs = (*runner)->read(kOutputs);
        if (auto sound = m_device.check(); !sound)
            return std::unexpected(sound.error());
        return outputs;
    });
}

} // namespace protomind
