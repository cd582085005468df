// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/batch_runner.h"

#include "engine/data/fill.h"
#include "engine/program/compile.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// Whether a program still asks for an input or variable after it was simplified.
bool asksFor(const Program& program, const std::string& name) {
    return std::ranges::any_of(program.values, [&name](const Value& value) {
        return (value.storage == Storage::Input || value.storage == Storage::Variable) && value.name == name;
    });
}

} // namespace

std::span<float> BatchRunner::Input::span() {
    if (buffer && buffer->hostData())
        return {buffer->hostData(), static_cast<std::size_t>(buffer->shape().elementCount())};
    return staging;
}

void BatchRunner::Input::send() {
    if (buffer && !staging.empty())
        buffer->write(staging);
}

Result<std::unique_ptr<BatchRunner>> BatchRunner::load(Device& device, const Computation& computation,
                                                       const VariableStore& variables) {
    auto program = compile(computation);
    if (!program)
        return std::unexpected(program.error());
    auto executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    std::unique_ptr<BatchRunner> runner(new BatchRunner);
    runner->m_executable = std::move(*executable);
    if (auto bound = runner->bindInputs(device, computation); !bound)
        return std::unexpected(bound.error());
    runner->bindVariables(variables);
    for (const Computation::Output& output : computation.outputs) {
        runner->m_outputs.insert(output.name);
        if (output.name == kPenalty)
            runner->m_penalty = runner->m_executable->output(kPenalty).readout();
        if (output.name == kLoss)
            runner->m_loss = runner->m_executable->output(kLoss).readout();
        if (output.name == kCorrect)
            runner->m_correct = runner->m_executable->output(kCorrect).readout();
    }
    return runner;
}

Result<void> BatchRunner::bindInputs(Device& device, const Computation& computation) {
    for (int index = 0; index < computation.graph->size(); ++index) {
        const Node node = computation.graph->node(index);
        if (node.op() != Op::Input)
            continue;
        const std::string& name = node.as<LeafAttributes>().name;
        Input& input = name == kSamples ? m_samples : name == kTargets ? m_targets : m_learningRate;
        require(&input != &m_learningRate || name == kLearningRate, "BatchRunner: an input of another name");
        const auto elements = static_cast<std::size_t>(node.shape().elementCount());
        if (!asksFor(m_executable->program(), name)) {
            input.staging.assign(elements, 0.0f);
            continue;
        }
        auto buffer = device.allocate(node.shape());
        if (!buffer)
            return std::unexpected(buffer.error());
        input.buffer = std::move(*buffer);
        if (!input.buffer->hostData())
            input.staging.assign(elements, 0.0f);
        m_executable->bind(name, input.buffer);
    }
    return {};
}

void BatchRunner::bindVariables(const VariableStore& variables) {
    const Program& program = m_executable->program();
    const auto bind = [&](const std::string& name) {
        BufferPtr buffer = variables.buffer(name);
        require(buffer != nullptr, "BatchRunner: a variable that the run does not have");
        m_executable->bind(name, std::move(buffer));
    };
    for (const Value& value : program.values) {
        if (value.storage == Storage::Variable)
            bind(value.name);
    }
    for (const Computation::Update& update : program.updates)
        bind(update.variable.as<LeafAttributes>().name);
}

void BatchRunner::fill(const DataSet& data, std::span<const std::uint32_t> indices) {
    fillBatch(data, indices, samples(), targets(), m_executable->threads());
}

void BatchRunner::setLearningRate(float value) {
    const std::span<float> memory = m_learningRate.span();
    if (!memory.empty())
        memory[0] = value;
}

Result<void> BatchRunner::run(std::uint64_t run) {
    m_samples.send();
    m_targets.send();
    m_learningRate.send();
    return m_executable->run(run);
}

void BatchRunner::askFigures() {
    m_loss->ask();
    if (m_penalty)
        m_penalty->ask();
    if (m_correct)
        m_correct->ask();
}

bool BatchRunner::figuresArrived() const {
    return m_loss->arrived() && (!m_penalty || m_penalty->arrived()) && (!m_correct || m_correct->arrived());
}

BatchRunner::Figures BatchRunner::takeFigures() {
    Figures figures{.loss = m_loss->take()};
    if (m_penalty)
        figures.penalty = m_penalty->take();
    if (m_correct) {
        const float correct = m_correct->take();
        figures.correct = std::isfinite(correct) ? std::llround(correct) : 0;
    }
    return figures;
}

HostArray BatchRunner::read(const std::string& output) const {
    return protomind::read(m_executable->output(output));
}

void BatchRunner::read(const std::string& output, std::span<float> values) const {
    m_executable->output(output).read(values);
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
    auto runner = BatchRunner::load(m_device, m_make(batch), m_variables);
    if (!runner)
        return std::unexpected(runner.error());
    return m_runners.emplace_back(batch, std::move(*runner)).runner.get();
}

} // namespace protomind
