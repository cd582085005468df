// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "studio/bench/benchmarks.h"
#include "studio/bench/timed_step.h"

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

/// 2 operations a multiply-add; forward, and back to the weights and (but for the first layer) to the input.
TEST(Works, CountUsefulOperations) {
    for (const Benchmark& work : benchmarks()) {
        if (work.name.starts_with("mlp")) {
            EXPECT_EQ(usefulFlops(work), 64.0 * 2 * (2 * 784 * 256 + 3 * 256 * 128 + 3 * 128 * 10));
            EXPECT_EQ(usefulInferenceFlops(work), 2.0 * (784 * 256 + 256 * 128 + 128 * 10));
        }
    }
    // Taps that fall in the padding don't count: of 28 positions and 5 taps along an axis, 6 lie outside.
    const double convolutions = 134.0 * 134 * 16 + 64.0 * 64 * 16 * 32;
    EXPECT_EQ(usefulInferenceFlops(inferenceModel()), 2.0 * (convolutions + 1568 * 128 + 128 * 10));
}

TEST(Works, CountWhatIsLearnt) {
    const std::vector<Benchmark> works = benchmarks();
    EXPECT_EQ(parameterCount(works[1]), 784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10);
    // Of a batch normalisation the scale and the shift, not its averages.
    const std::int64_t filters = 9 * (3 * 32 + 32 * 32 + 32 * 64 + 64 * 64);
    EXPECT_EQ(parameterCount(works[3]), filters + 3 * (32 + 32 + 64 + 64) + 4096 * 10 + 10);
}

TEST(Works, HaveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (const Benchmark& work : benchmarks())
        EXPECT_TRUE(names.insert(work.name).second) << work.name;
    EXPECT_TRUE(names.contains(inferenceModel().name));
    for (const InferenceBenchmark& answering : inferenceBenchmarks())
        EXPECT_TRUE(names.insert(answering.name).second) << answering.name;
}

TEST(TimedStep, LearnsAndAnswers) {
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const Benchmark work = benchmarks()[1];
    TimedStep step = *TimedStep::training(*device, work);
    ASSERT_TRUE(step.run());
    const float first = read(step.executable().output(kLoss)).values.front();
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(step.run());
    EXPECT_LT(read(step.executable().output(kLoss)).values.front(), first);
    TimedStep answer = *TimedStep::inference(*device, work, 3);
    ASSERT_TRUE(answer.run());
    EXPECT_EQ(answer.executable().output(kOutputs).shape(), (Shape{3, 10}));
}

} // namespace
} // namespace protomind
