// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/random_programs.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

TEST(RandomPrograms, AgreeWithThePlainReferenceOverSeveralRuns) {
    for (const LoopMethod loops : {LoopMethod::Jit, LoopMethod::NarrowJit, LoopMethod::Kernels})
        expectRandomProgramsAgree(*makeCpuDevice(2, loops), 400);
}

TEST(Updates, SeeTheValuesFromBeforeTheRun) {
    Computation computation;
    const Node a = variable(*computation.graph, "a", Shape{5});
    const Node b = variable(*computation.graph, "b", Shape{5});
    computation.outputs.push_back({"old a", a});
    computation.updates = {{a, b}, {b, a + 0.5f}};
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const std::unique_ptr<Executable> executable = *device->load(*compile(computation));
    const BufferPtr bufferA = *device->allocate(Shape{5});
    const BufferPtr bufferB = *device->allocate(Shape{5});
    bufferA->write(std::vector<float>(5, 1.0f));
    bufferB->write(std::vector<float>(5, 2.0f));
    executable->bind("a", bufferA);
    executable->bind("b", bufferB);
    ASSERT_TRUE(executable->run(0));
    EXPECT_EQ(read(executable->output("old a")).values, std::vector<float>(5, 1.0f));
    EXPECT_EQ(read(*bufferA).values, std::vector<float>(5, 2.0f));
    EXPECT_EQ(read(*bufferB).values, std::vector<float>(5, 1.5f));
}

TEST(CpuDevice, RefusesToRunWithoutItsInputs) {
    Computation computation;
    computation.outputs.push_back({"y", exp(input(*computation.graph, "x", Shape{2}))});
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const std::unique_ptr<Executable> executable = *device->load(*compile(computation));
    EXPECT_FALSE(executable->run(0));
    executable->bind("x", *device->allocate(Shape{2}));
    EXPECT_TRUE(executable->run(0));
    EXPECT_THROW(executable->bind("x", *device->allocate(Shape{3})), std::logic_error);
}

TEST(CpuDevice, LetsWrongNumbersBeSeen) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node x = input(graph, "x", Shape{3});
    for (const Op op : {Op::Negate, Op::Absolute, Op::Exp, Op::Log, Op::Sqrt, Op::Sin, Op::Cos, Op::Tanh,
                        Op::Sigmoid, Op::Erf, Op::Relu})
        computation.outputs.push_back({std::string(info(op).name), graph.add(op, std::array{x})});
    computation.outputs.push_back({"max", reduceMax(x)});
    computation.outputs.push_back({"maximum", maximum(x, constant(graph, 0.0f))});
    computation.outputs.push_back({"other maximum", maximum(constant(graph, 0.0f), x)});
    const std::unique_ptr<Device> device = makeCpuDevice(1);
    const std::unique_ptr<Executable> executable = *device->load(*compile(computation));
    const BufferPtr buffer = *device->allocate(Shape{3});
    buffer->write(std::vector<float>{1, NAN, 2});
    executable->bind("x", buffer);
    ASSERT_TRUE(executable->run(0));
    for (const Computation::Output& output : computation.outputs) {
        const HostArray array = read(executable->output(output.name));
        EXPECT_TRUE(std::isnan(array.values[array.values.size() / 2])) << output.name;
    }
}

} // namespace
} // namespace protomind
