// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/timed_step.h"

#include "engine/base/random.h"
#include "engine/program/compile.h"

#include <chrono>
#include <functional>

namespace protomind {

namespace {

Objective objectiveOf(const Benchmark& work) {
    Objective objective;
    objective.loss = findLoss(work.classes > 0 ? "cross_entropy" : "mean_squared_error");
    objective.form = work.classes > 0 ? TargetForm::Classes : TargetForm::Values;
    objective.classes = work.classes;
    objective.targetShape = work.classes > 0 ? Shape{} : work.model.outputShape;
    return objective;
}

using Draw = std::function<float(RandomStream&)>;

Result<void> bind(Device& device, Executable& executable, const char* name, const Shape& shape,
                  const Draw& draw) {
    RandomStream random(1);
    HostArray values(shape);
    for (float& value : values.values)
        value = draw(random);
    const Result<BufferPtr> buffer = device.allocate(shape);
    if (!buffer)
        return std::unexpected(buffer.error());
    (*buffer)->write(values.values);
    executable.bind(name, *buffer);
    return {};
}

float uniform(RandomStream& random) {
    return random.uniform();
}

} // namespace

Result<TimedStep> TimedStep::training(Device& device, const Benchmark& work) {
    const std::int64_t batch = work.training.batchSize;
    const Objective objective = objectiveOf(work);
    TimedStep step;
    const TrainingComputation wanted = trainingStep(work.model, objective, work.training, batch);
    Result<VariableStore> variables = VariableStore::create(device, wanted.variables, work.training.seed);
    if (!variables)
        return std::unexpected(variables.error());
    step.m_variables = std::move(*variables);
    const auto begin = std::chrono::steady_clock::now();
    Result<Program> program = compile(wanted.computation);
    if (!program)
        return std::unexpected(program.error());
    Result<std::unique_ptr<Executable>> executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    step.m_executable = std::move(*executable);
    step.m_compileSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    for (const VariableInfo& variable : wanted.variables)
        step.m_executable->bind(variable.name, step.m_variables.buffer(variable.name));
    const auto target = [&](RandomStream& random) {
        return work.classes > 0 ? static_cast<float>(random.below(static_cast<std::uint64_t>(work.classes)))
                                : random.uniform();
    };
    const auto rate = [](RandomStream&) { return 0.001f; };
    for (const Result<void>& bound :
         {bind(device, *step.m_executable, kSamples, work.model.inputShape.prepended(batch), uniform),
          bind(device, *step.m_executable, kTargets, objective.targetShape.prepended(batch), target),
          bind(device, *step.m_executable, kLearningRate, Shape{}, rate)}) {
        if (!bound)
            return std::unexpected(bound.error());
    }
    step.take(kLoss);
    return step;
}

Result<TimedStep> TimedStep::inference(Device& device, const Benchmark& work, std::int64_t samples) {
    TimedStep step;
    const std::vector<VariableInfo> all =
        trainingStep(work.model, objectiveOf(work), work.training, 1).variables;
    Result<VariableStore> variables = VariableStore::create(device, all, work.training.seed);
    if (!variables)
        return std::unexpected(variables.error());
    step.m_variables = std::move(*variables);
    const auto begin = std::chrono::steady_clock::now();
    Result<Program> program = compile(prediction(work.model, objectiveOf(work), work.training, samples));
    if (!program)
        return std::unexpected(program.error());
    Result<std::unique_ptr<Executable>> executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    step.m_executable = std::move(*executable);
    step.m_compileSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    for (const VariableInfo& variable : all) {
        if (variable.ofNetwork)
            step.m_executable->bind(variable.name, step.m_variables.buffer(variable.name));
    }
    const Result<void> bound =
        bind(device, *step.m_executable, kSamples, work.model.inputShape.prepended(samples), uniform);
    if (!bound)
        return std::unexpected(bound.error());
    step.take(kOutputs);
    return step;
}

void TimedStep::take(const std::string& output) {
    Buffer& buffer = m_executable->output(output);
    if (buffer.hostData() != nullptr)
        return;
    if (buffer.shape().elementCount() == 1) {
        m_figure = buffer.readout();
    } else {
        m_answers = &buffer;
        m_taken.resize(static_cast<std::size_t>(buffer.shape().elementCount()));
    }
}

Result<void> TimedStep::run() {
    if (auto done = m_executable->run(m_run++); !done)
        return done;
    if (m_answers)
        m_answers->read(m_taken);
    if (m_figure) {
        if (m_onTheWay == kMostOnTheWay) {
            m_figure->take();
            --m_onTheWay;
        }
        m_figure->ask();
        ++m_onTheWay;
    }
    return {};
}

void TimedStep::settle() {
    for (; m_onTheWay > 0; --m_onTheWay)
        m_figure->take();
}

} // namespace protomind
