// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/evaluator.h"

#include "engine/train/non_finite.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

/// Samples that are computed at once at most, and how many numbers the largest layer may then give.
constexpr std::int64_t kLargestBatch = 256;
constexpr std::int64_t kLargestLayer = std::int64_t{1} << 24;

std::int64_t fittingBatch(const Model& model, const Objective& objective, const TrainingSettings& settings) {
    const Computation single = forwardWithActivations(model, objective, settings, 1);
    std::int64_t largest = 1;
    for (const Computation::Output& output : single.outputs)
        largest = std::max(largest, output.node.shape().elementCount());
    const std::int64_t fitting = std::clamp<std::int64_t>(kLargestLayer / largest, 1, kLargestBatch);
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(fitting)));
}

} // namespace

Evaluator::Evaluator(const Model& model, const Objective& objective, const TrainingSettings& settings,
                     Device& device, const VariableStore& variables)
    : m_model(model)
    , m_objective(objective)
    , m_batch(fittingBatch(model, objective, settings))
    , m_evaluations(device, variables,
                    [&](std::int64_t batch) { return evaluation(model, objective, settings, batch); })
    , m_predictions(device, variables,
                    [&](std::int64_t batch) { return prediction(model, objective, settings, batch); }) {
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
        if (!std::isfinite(found.loss))
            return std::unexpected(notFinite(**runner, indices, name));
        progress.lossSum += static_cast<double>(found.loss) * static_cast<double>(count);
        progress.samples += count;
        if (!progress.confusion.empty()) {
            progress.correct += found.correct;
            countDecisions(**runner, progress);
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

void Evaluator::countDecisions(BatchRunner& runner, EvaluationProgress& progress) {
    const std::vector<float> decided = runner.read(kPredictedClass).values;
    const std::span<const float> labels = runner.targets();
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
    const std::int64_t count = samples.shape[0];
    const auto sampleSize = static_cast<std::size_t>(m_model.inputShape.elementCount());
    HostArray outputs(m_model.outputShape.prepended(count));
    auto next = outputs.values.begin();
    for (std::int64_t first = 0; first < count; first += m_batch) {
        const std::int64_t here = std::min(count - first, m_batch);
        // Rounded up to a power of two, the rest zeros, so that few sizes are ever compiled.
        const auto batch = static_cast<std::int64_t>(std::bit_ceil(static_cast<std::uint64_t>(here)));
        auto runner = m_predictions.forBatch(batch);
        if (!runner)
            return std::unexpected(runner.error());
        const auto from = std::span(samples.values)
                              .subspan(static_cast<std::size_t>(first) * sampleSize,
                                       static_cast<std::size_t>(here) * sampleSize);
        const std::span<float> in = (*runner)->samples();
        std::fill(std::ranges::copy(from, in.begin()).out, in.end(), 0.0f);
        if (auto run = (*runner)->run(0); !run)
            return std::unexpected(run.error());
        const HostArray out = (*runner)->read(kOutputs);
        next = std::copy_n(out.values.begin(), here * m_model.outputShape.elementCount(), next);
    }
    return outputs;
}

} // namespace protomind
