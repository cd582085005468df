// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "studio/bench/timed_step.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

using namespace protomind;

/// Where the time of a step goes, over some runs: one line a program step, the dearest first.
void profile(TimedStep& step, int runs) {
    using Clock = std::chrono::steady_clock;
    static_cast<void>(step.run()); // the first run makes the library's code
    std::vector<std::vector<double>> times(step.program().steps.size());
    for (int i = 0; i < runs; ++i) {
        Clock::time_point last = Clock::now();
        static_cast<void>(
            step.executable().runObserved(static_cast<std::uint64_t>(i), [&](std::size_t index) {
                const Clock::time_point now = Clock::now();
                times[index].push_back(std::chrono::duration<double>(now - last).count());
                last = now;
            }));
    }
    // The lower quartile: other programs only ever make a step slower.
    std::vector<double> seconds(times.size());
    double total = 0;
    std::vector<std::size_t> order(seconds.size());
    for (std::size_t index = 0; index < order.size(); ++index) {
        const auto quartile = times[index].begin() + runs / 4;
        std::ranges::nth_element(times[index], quartile);
        seconds[index] = *quartile;
        order[index] = index;
        total += seconds[index];
    }
    std::ranges::sort(order, std::greater<>(), [&](std::size_t index) { return seconds[index]; });
    for (const std::size_t index : order)
        std::printf("%8.1f us %5.1f %%  %3zu %s\n", seconds[index] * 1e6, 100 * seconds[index] / total, index,
                    step.program().steps[index].name.c_str());
    std::printf("%8.1f us in all\n", total * 1e6);
}

void trainingStepOf(benchmark::State& state, const Benchmark& one, int threads) {
    const std::unique_ptr<Device> device = makeCpuDevice(threads);
    TimedStep step = *TimedStep::training(*device, one);
    static_cast<void>(step.run());
    for (auto _ : state)
        static_cast<void>(step.run());
    state.counters["GFLOP/s"] = benchmark::Counter(
        usefulFlops(one) * 1e-9 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["plan"] = static_cast<double>(step.program().arenaElements) /
                             static_cast<double>(step.program().unsharedElements);
    state.counters["steps"] = static_cast<double>(step.program().steps.size());
}

/// The answers of the convolutional network for so many samples at once.
void answersOf(benchmark::State& state, const InferenceBenchmark& answering, int threads) {
    const std::unique_ptr<Device> device = makeCpuDevice(threads);
    const Benchmark work = inferenceModel();
    TimedStep step = *TimedStep::inference(*device, work, answering.piece);
    static_cast<void>(step.run());
    for (auto _ : state)
        static_cast<void>(step.run());
    const auto samples = static_cast<double>(state.iterations() * answering.piece);
    state.counters["GFLOP/s"] =
        benchmark::Counter(usefulInferenceFlops(work) * 1e-9 * samples, benchmark::Counter::kIsRate);
    state.counters["samples/s"] = benchmark::Counter(samples, benchmark::Counter::kIsRate);
}

} // namespace

/// bench_training_step                       the table
/// bench_training_step --profile THREADS     where the time of each work goes
/// bench_training_step --print               the programs
int main(int argc, char** argv) {
    const std::vector<Benchmark> all = benchmarks();
    const std::string wish = argc > 1 ? argv[1] : "";
    for (const Benchmark& one : all) {
        if (wish != "--print" && wish != "--profile")
            break;
        const std::unique_ptr<Device> device = makeCpuDevice(argc > 2 ? std::stoi(argv[2]) : 1);
        TimedStep step = *TimedStep::training(*device, one);
        std::printf("%s\n", one.name.c_str());
        if (wish == "--print")
            std::puts(print(step.program()).c_str());
        else
            profile(step, 50);
    }
    if (wish == "--print" || wish == "--profile")
        return 0;
    for (const Benchmark& one : all) {
        for (const int threads : {1, 2})
            benchmark::RegisterBenchmark((one.name + "/threads:" + std::to_string(threads)).c_str(),
                                         trainingStepOf, one, threads)
                ->UseRealTime();
    }
    for (const InferenceBenchmark& answering : inferenceBenchmarks()) {
        for (const int threads : {1, 2})
            benchmark::RegisterBenchmark((answering.name + ", " + std::to_string(answering.piece) +
                                          " at once/threads:" + std::to_string(threads))
                                             .c_str(),
                                         answersOf, answering, threads)
                ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
