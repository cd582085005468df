// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/program/compile.h"
#include "engine/train/computations.h"
#include "engine/train/variable_store.h"

#include <benchmark/benchmark.h>

#include <chrono>

#include "bench/works.h"

namespace {

using namespace protomind;

/// A compiled training step with everything bound, on samples of random numbers.
class TimedStep {
public:
    TimedStep(const Work& work, int threads)
        : m_device(makeCpuDevice(threads)) {
        const std::int64_t batch = work.training.batchSize;
        Objective objective;
        objective.loss = findLoss(work.classes > 0 ? "cross_entropy" : "mean_squared_error");
        objective.form = work.classes > 0 ? TargetForm::Classes : TargetForm::Values;
        objective.classes = work.classes;
        objective.targetShape = work.classes > 0 ? Shape{} : work.model.outputShape;
        TrainingComputation step = trainingStep(work.model, objective, work.training, batch);
        m_variables = *VariableStore::create(*m_device, step.variables, 7);
        m_executable = *m_device->load(*compile(step.computation));
        for (const VariableInfo& variable : step.variables)
            m_executable->bind(variable.name, m_variables.buffer(variable.name));
        bind(kSamples, work.model.inputShape.prepended(batch),
             [](RandomStream& random) { return random.uniform(); });
        bind(kTargets, objective.targetShape.prepended(batch), [&](RandomStream& random) {
            return work.classes > 0
                       ? static_cast<float>(random.below(static_cast<std::uint64_t>(work.classes)))
                       : random.uniform();
        });
        bind(kLearningRate, Shape{}, [](RandomStream&) { return 0.001f; });
    }

    void run() { static_cast<void>(m_executable->run(m_run++)); }
    [[nodiscard]] const Program& program() const { return m_executable->program(); }

private:
    template<class Draw>
    void bind(const char* name, const Shape& shape, const Draw& draw) {
        RandomStream random(1);
        HostArray values(shape);
        for (float& value : values.values)
            value = draw(random);
        const BufferPtr buffer = *m_device->allocate(shape);
        buffer->write(values.values);
        m_executable->bind(name, buffer);
    }

    std::unique_ptr<Device> m_device;
    VariableStore m_variables;
    std::unique_ptr<Executable> m_executable;
    std::uint64_t m_run = 0;
};

void trainingStepOf(benchmark::State& state, const Work& one, int threads) {
    TimedStep step(one, threads);
    step.run();
    for (auto _ : state)
        step.run();
    state.counters["GFLOP/s"] = benchmark::Counter(
        usefulFlops(one) * 1e-9 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["plan"] = static_cast<double>(step.program().arenaElements) /
                             static_cast<double>(step.program().unsharedElements);
    state.counters["steps"] = static_cast<double>(step.program().steps.size());
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<Work> all = works();
    for (const Work& one : all) {
        for (const int threads : {1, 2})
            benchmark::RegisterBenchmark((one.name + "/threads:" + std::to_string(threads)).c_str(),
                                         trainingStepOf, one, threads)
                ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    if (argc > 1 && std::string(argv[1]) == "print") {
        for (const Work& one : all)
            std::puts(print(TimedStep(one, 1).program()).c_str());
    }
    return 0;
}
