// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/cpu/scratch.h"
#include "engine/device/op_agreement.h"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace protomind {
namespace {

/// A convolution that minimal filtering computes, in parts for several threads, with both its gradients.
const OpCase& tiledConvolution() {
    static const std::vector<OpCase> cases = opCases();
    return *std::ranges::find_if(cases, [](const OpCase& one) {
        return one.op == Op::Convolution && one.name.ends_with("_tiled3whole");
    });
}

/// A program on a device of its own.
class Running {
public:
    explicit Running(int threads)
        : m_device(makeCpuDevice(threads))
        , m_computation(withGradients(tiledConvolution())) {
        m_executable = *m_device->load(*compile(m_computation));
        const std::vector<HostArray> inputs = inputsOf(tiledConvolution());
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const BufferPtr buffer = *m_device->allocate(inputs[i].shape);
            buffer->write(inputs[i].values);
            m_executable->bind("x" + std::to_string(i), buffer);
        }
    }

    [[nodiscard]] const Computation& computation() const { return m_computation; }
    Executable& operator*() const { return *m_executable; }
    Executable* operator->() const { return m_executable.get(); }

    [[nodiscard]] std::vector<HostArray> results() const {
        std::vector<HostArray> results;
        for (const Computation::Output& output : m_computation.outputs)
            results.push_back(read(m_executable->output(output.name)));
        return results;
    }

private:
    std::unique_ptr<Device> m_device;
    Computation m_computation;
    std::unique_ptr<Executable> m_executable;
};

std::vector<HostArray> alone(int threads) {
    const Running running(threads);
    EXPECT_TRUE(running->run(5));
    return running.results();
}

TEST(ThreadCounts, AreTheDevicesOwn) {
    const Running one(1);
    const Running four(4);
    EXPECT_EQ(one->threads(), 1);
    EXPECT_EQ(four->threads(), 4);
    const std::int64_t ofOne = one->scratchElements();
    const std::int64_t ofFour = four->scratchElements();
    EXPECT_LT(ofOne, ofFour);
    // Neither run changes what the other device's program has memory for.
    ASSERT_TRUE(four->run(5));
    EXPECT_EQ(one->threads(), 1);
    EXPECT_EQ(one->scratchElements(), ofOne);
    const int chosen = four->threads();
    ASSERT_TRUE(one->run(5));
    EXPECT_EQ(four->threads(), chosen);
    EXPECT_EQ(four->scratchElements(), ofFour);
}

TEST(ThreadCounts, AreNeverExceeded) {
    Scratch scratch(2);
    scratch.needEach(16);
    scratch.allocate();
    EXPECT_NE(scratch.of(0), scratch.of(1));
    EXPECT_THROW(std::ignore = scratch.of(2), std::logic_error);
    EXPECT_THROW(std::ignore = scratch.of(-1), std::logic_error);
}

/// Behind every step of one device's program, another device runs the whole of its own.
TEST(ThreadCounts, OfTwoDevicesDontDisturbEachOther) {
    const std::vector<HostArray> expected = alone(1);
    EXPECT_EQ(alone(4), expected);
    for (const auto& [outerThreads, innerThreads] : {std::pair{1, 4}, std::pair{4, 1}, std::pair{2, 3}}) {
        const Running outer(outerThreads);
        const Running inner(innerThreads);
        int steps = 0;
        for (int round = 0; round < 3; ++round) {
            ASSERT_TRUE(outer->runObserved(5, [&](std::size_t) {
                ++steps;
                ASSERT_TRUE(inner->runObserved(5, [](std::size_t) {}));
            }));
            EXPECT_EQ(outer.results(), expected) << outerThreads << " and " << innerThreads;
            EXPECT_EQ(inner.results(), expected) << outerThreads << " and " << innerThreads;
        }
        EXPECT_GT(steps, 0);
        expectAgreement(tiledConvolution(), outer.computation(), outer.results(),
                        plainResults(outer.computation(), inputsOf(tiledConvolution())), "interleaved");
    }
}

TEST(ThreadCounts, OfTwoDevicesThatRunAtOnce) {
    const std::vector<HostArray> expected = alone(1);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> callers;
        for (const int threads : {1, 4})
            callers.emplace_back([&wrong, &expected, threads] {
                const Running running(threads);
                for (int round = 0; round < 50; ++round) {
                    if (!running->run(5) || running.results() != expected)
                        ++wrong;
                }
            });
    }
    EXPECT_EQ(wrong, 0);
}

} // namespace
} // namespace protomind
