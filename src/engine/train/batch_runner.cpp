// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/batch_runner.h"

#include "engine/data/fill.h"

#include <algorithm>
#include <cmath>

namespace protomind {

Result<std::unique_ptr<BatchRunner>> BatchRunner::load(NetworkInstance& network,
                                                       const Computation& computation,
                                                       std::span<const std::string> figures) {
    auto compiled = network.load(computation);
    if (!compiled)
        return std::unexpected(compiled.error());
    std::unique_ptr<BatchRunner> runner(new BatchRunner);
    runner->m_computation = std::move(*compiled);
    CompiledComputation& made = *runner->m_computation;
    runner->m_samples = made.input(kSamples);
    runner->m_targets = made.input(kTargets);
    runner->m_learningRate = made.input(kLearningRate);
    runner->m_epsilonShare = made.input(kEpsilonShare);
    const auto readoutOf = [&made](const char* output) {
        return made.gives(output) ? made.readout(output) : nullptr;
    };
    runner->m_loss = readoutOf(kLoss);
    runner->m_penalty = readoutOf(kPenalty);
    runner->m_correct = readoutOf(kCorrect);
    require(figures.size() <= kMostPhaseFigures, "BatchRunner: more figures than are kept");
    for (const std::string& figure : figures)
        runner->m_others.push_back(made.readout(figure));
    return runner;
}

void BatchRunner::fill(const DataSet& data, std::span<const std::uint32_t> indices) {
    const auto take = [&](ComputationInput* input, const Shape& shape) {
        if (input)
            return input->span();
        m_unused.resize(indices.size() * static_cast<std::size_t>(shape.elementCount()));
        return std::span(m_unused);
    };
    if (!m_samples && !m_targets)
        return;
    fillBatch(data, indices, take(m_samples, data.description().sampleShape),
              take(m_targets, data.description().targetShape), m_computation->threads());
}

void BatchRunner::setLearningRate(float value) {
    const std::span<float> memory = spanOf(m_learningRate);
    if (!memory.empty())
        memory[0] = value;
}

void BatchRunner::setEpsilonShare(float value) {
    if (m_epsilonShare)
        m_epsilonShare->span()[0] = value;
}

void BatchRunner::askFigures() {
    m_loss->ask();
    if (m_penalty)
        m_penalty->ask();
    if (m_correct)
        m_correct->ask();
    for (const auto& other : m_others)
        other->ask();
}

bool BatchRunner::figuresArrived() const {
    return m_loss->arrived() && (!m_penalty || m_penalty->arrived()) &&
           (!m_correct || m_correct->arrived()) &&
           std::ranges::all_of(m_others, [](const auto& other) { return other->arrived(); });
}

BatchRunner::Figures BatchRunner::takeFigures() {
    Figures figures{.loss = m_loss->take()};
    if (m_penalty)
        figures.penalty = m_penalty->take();
    if (m_correct) {
        const float correct = m_correct->take();
        figures.correct = std::isfinite(correct) ? std::llround(correct) : 0;
    }
    for (std::size_t i = 0; i < m_others.size(); ++i)
        figures.others[i] = m_others[i]->take();
    return figures;
}

const BatchRunner* BatchRunners::normal() const {
    const auto found = std::ranges::find(m_runners, m_normal, &Kept::batch);
    return found == m_runners.end() ? nullptr : found->runner.get();
}

void BatchRunners::makeRoom() {
    if (m_runners.size() < kMostKept)
        return;
    const auto oldest =
        std::ranges::find_if(m_runners, [this](const Kept& kept) { return kept.batch != m_normal; });
    m_runners.erase(oldest);
}

Result<BatchRunner*> BatchRunners::forBatch(std::int64_t batch) {
    const auto found = std::ranges::find(m_runners, batch, &Kept::batch);
    if (found != m_runners.end()) {
        std::rotate(found, found + 1, m_runners.end());
        return m_runners.back().runner.get();
    }
    makeRoom(); // first, so that its memory can be used again
    auto runner = BatchRunner::load(m_network, m_make(batch), m_figures);
    if (!runner)
        return std::unexpected(runner.error());
    return m_runners.emplace_back(batch, std::move(*runner)).runner.get();
}

} // namespace protomind
