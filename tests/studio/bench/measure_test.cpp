// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/opencl/call_counts.h"
#include "engine/device/opencl/opencl_device.h"
#include "studio/bench/measure.h"
#include "studio/bench/timed_step.h"

#include <gtest/gtest.h>

#include <set>

#include "whole_run.h"

namespace protomind {
namespace {

constexpr TimingLimits kFewRuns{.leastRuns = 2, .leastSeconds = 0, .mostSeconds = 0.001};

Benchmark workNamed(const std::string& begin) {
    for (const Benchmark& work : benchmarks()) {
        if (work.name.starts_with(begin))
            return work;
    }
    throw std::logic_error("no such work");
}

TEST(MemoryPlan, CountsSamplesTargetsWeightsAndTheOptimisersState) {
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const Benchmark work = workNamed("mlp");
    const MemoryPlan plan = memoryPlan(TimedStep::training(*device, work)->executable());
    const std::int64_t weights = 784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10;
    const std::int64_t samples = 64 * (784 + 1);
    // Weights and two moments each; beside them scalars alone: the learning rate, the step, constants.
    EXPECT_GE(plan.bound, 4 * (3 * weights + samples));
    EXPECT_LE(plan.bound, 4 * (3 * weights + samples) + 256);
    EXPECT_EQ(plan.planned(), plan.arena + plan.bound + plan.scratch);
}

TEST(MemoryPlan, SharesMemoryInEveryTrainingStep) {
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    for (const Benchmark& work : benchmarks()) {
        const MemoryPlan plan = memoryPlan(TimedStep::training(*device, work)->executable());
        EXPECT_GT(plan.arena, 0) << work.name;
        EXPECT_LE(static_cast<double>(plan.arena), 0.7 * static_cast<double>(plan.unshared)) << work.name;
    }
}

/// A device that is told what to do and works behind: a time without waiting would be that of the telling.
TEST(TimedStep, KeepsPaceWithADeviceThatWorksBehind) {
    const std::unique_ptr<Device> device = *makeOpenClDevice(0, {});
    const auto callsOfRuns = [](TimedStep& step) {
        return callsOf([&] {
            for (int i = 0; i < 10; ++i)
                EXPECT_TRUE(step.run());
        });
    };
    auto training = TimedStep::training(*device, workNamed("playground"));
    ASSERT_TRUE(training);
    callsOfRuns(*training);
    const OpenClCalls steps = callsOfRuns(*training);
    EXPECT_EQ(steps.waits + steps.lookups, 10) << "for the run four runs before, each";
    EXPECT_EQ(steps.drains, 0);
    training->settle();
    const OpenClCalls settled = callsOf([&] { training->settle(); });
    EXPECT_EQ(settled.waits + settled.lookups, 0);
    auto answers = TimedStep::inference(*device, workNamed("playground"), 3);
    ASSERT_TRUE(answers);
    callsOfRuns(*answers); // the first run builds kernels, and is waited for
    const OpenClCalls asked = callsOfRuns(*answers);
    EXPECT_EQ(asked.drains + asked.lookups, 10) << "answers are taken before others are asked for";
}

TEST(Measure, TellsEveryWorkOfTheFilterInOrder) {
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    std::vector<std::string> told;
    const Result<std::vector<BenchmarkFigure>> figures =
        measure(*device, {.filter = "lp", .limits = kFewRuns}, [&](const BenchmarkFigure& figure) {
            told.push_back(figure.name);
            return true;
        });
    ASSERT_TRUE(figures);
    ASSERT_EQ(figures->size(), 1u);
    const BenchmarkFigure& mlp = figures->front();
    EXPECT_EQ(told, std::vector{mlp.name});
    EXPECT_EQ(mlp.flops, usefulFlops(workNamed("mlp")));
    EXPECT_DOUBLE_EQ(mlp.gigaflops() * mlp.timing.median, mlp.flops * 1e-9);
    EXPECT_GT(mlp.first.compileSeconds, 0);
    EXPECT_GT(mlp.again.compileSeconds, 0);
    EXPECT_GT(mlp.first.runSeconds, 0);
    EXPECT_GT(mlp.memory.planned(), 0);
}

TEST(Measure, CountsTheOperationsOfAllAnswers) {
    if (isQuickRun())
        GTEST_SKIP() << "PROTOMIND_QUICK leaves out what takes minutes.";
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const Result<std::vector<BenchmarkFigure>> figures = measure(
        *device, {.filter = "answers for", .limits = kFewRuns}, [](const BenchmarkFigure&) { return true; });
    ASSERT_TRUE(figures);
    ASSERT_EQ(figures->size(), 1u);
    EXPECT_DOUBLE_EQ(figures->front().flops, 10000 * usefulInferenceFlops(inferenceModel()));
}

TEST(Measure, StopsWhenTold) {
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const Result<std::vector<BenchmarkFigure>> figures =
        measure(*device, {.filter = "", .limits = kFewRuns}, [](const BenchmarkFigure&) { return false; });
    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->size(), 1u);
}

TEST(Measure, FindsNothingForAnUnknownName) {
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const Result<std::vector<BenchmarkFigure>> figures = measure(
        *device, {.filter = "no such work", .limits = kFewRuns}, [](const BenchmarkFigure&) { return true; });
    ASSERT_TRUE(figures);
    EXPECT_TRUE(figures->empty());
}

} // namespace
} // namespace protomind
