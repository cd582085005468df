// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/program/compile.h"
#include "engine/train/computations.h"
#include "engine/train/variable_store.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

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
    /// Where the time of a step goes, over some runs: one line a program step, the dearest first.
    void profile(int runs) {
        using Clock = std::chrono::steady_clock;
        run(); // the first run makes the library's code
        std::vector<double> seconds(program().steps.size(), 0.0);
        for (int i = 0; i < runs; ++i) {
            Clock::time_point last = Clock::now();
            static_cast<void>(m_executable->runObserved(m_run++, [&](std::size_t step) {
                const Clock::time_point now = Clock::now();
                seconds[step] += std::chrono::duration<double>(now - last).count();
                last = now;
            }));
        }
        double total = 0;
        std::vector<std::size_t> order(seconds.size());
        for (std::size_t step = 0; step < order.size(); ++step) {
            order[step] = step;
            total += seconds[step];
        }
        std::ranges::sort(order, std::greater<>(), [&](std::size_t step) { return seconds[step]; });
        for (const std::size_t step : order)
            std::printf("%8.1f us %5.1f %%  %3zu %s\n", seconds[step] / runs * 1e6,
                        100 * seconds[step] / total, step, program().steps[step].name.c_str());
    }
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

/// bench_training_step                       the table
/// bench_training_step --profile THREADS     where the time of each work goes
/// bench_training_step --print               the programs
int main(int argc, char** argv) {
    const std::vector<Work> all = works();
    const std::string wish = argc > 1 ? argv[1] : "";
    for (const Work& one : all) {
        if (wish == "--print")
            std::printf("%s\n%s\n", one.name.c_str(), print(TimedStep(one, 1).program()).c_str());
        if (wish == "--profile") {
            std::printf("%s\n", one.name.c_str());
            TimedStep(one, argc > 2 ? std::stoi(argv[2]) : 1).profile(50);
        }
    }
    if (wish == "--print" || wish == "--profile")
        return 0;
    for (const Work& one : all) {
        for (const int threads : {1, 2})
            benchmark::RegisterBenchmark((one.name + "/threads:" + std::to_string(threads)).c_str(),
                                         trainingStepOf, one, threads)
                ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
