// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/op_cases.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace protomind {

/// Buffers under a long list of things done to them at random are what plain vectors are.
inline void expectPlainBuffers(Device& device, const Shape& shape) {
    SCOPED_TRACE(shape.text());
    RandomStream random(3);
    const auto count = static_cast<std::size_t>(shape.elementCount());
    std::vector<BufferPtr> buffers;
    std::vector<std::vector<float>> plain(3, std::vector<float>(count));
    for (std::vector<float>& values : plain) {
        std::ranges::generate(values, [&] { return random.normal(); });
        buffers.push_back(*device.allocate(shape));
        buffers.back()->write(values);
    }
    for (int turn = 0; turn < 60; ++turn) {
        const std::size_t from = random.below(3);
        const std::size_t to = random.below(3);
        switch (count == 0 ? 0 : random.below(3)) {
        case 0:
            buffers[to]->copyFrom(*buffers[from]);
            plain[to] = plain[from];
            break;
        case 1: {
            const std::size_t index = random.below(count);
            plain[to][index] = random.normal();
            buffers[to]->writeAt(static_cast<std::int64_t>(index), plain[to][index]);
            break;
        }
        default: {
            const std::size_t index = random.below(count);
            ASSERT_EQ(buffers[from]->readAt(static_cast<std::int64_t>(index)), plain[from][index])
                << "turn " << turn;
        }
        }
    }
    for (std::size_t i = 0; i < plain.size(); ++i)
        EXPECT_EQ(read(*buffers[i]).values, plain[i]);
}

/// x is added to w again and again.
struct Adding {
    std::unique_ptr<Executable> executable;
    BufferPtr x, w;

    explicit Adding(Device& device) {
        Computation computation;
        const Node sum =
            variable(*computation.graph, "w", Shape{4}) + input(*computation.graph, "x", Shape{4});
        computation.updates.push_back({sum.input(0), sum});
        computation.outputs.push_back({"sum", sum});
        static_cast<void>(input(*computation.graph, "idle", Shape{2})); // what no output needs
        executable = *device.load(*compile(computation));
        x = *device.allocate(Shape{4});
        w = *device.allocate(Shape{4});
    }
};

inline void expectRunsAndCopiesInTurn(Device& device) {
    Adding adding(device);
    const BufferPtr kept = *device.allocate(Shape{4});
    const BufferPtr idle = *device.allocate(Shape{2});
    idle->write(std::vector<float>(2, 0.5f));
    adding.x->write(std::vector<float>{1, 2, 3, 4});
    adding.w->write(std::vector<float>(4, 0.0f));
    adding.executable->bind("x", adding.x);
    adding.executable->bind("w", adding.w);
    adding.executable->bind("idle", idle);
    ASSERT_TRUE(adding.executable->run(0));
    kept->copyFrom(*adding.w); // after the first run, before the second
    adding.x->writeAt(3, 100);
    ASSERT_TRUE(adding.executable->run(1));
    EXPECT_EQ(read(*adding.w).values, (std::vector<float>{2, 4, 6, 104}));
    EXPECT_EQ(adding.executable->output("sum").readAt(3), 104);
    EXPECT_EQ(read(*kept).values, (std::vector<float>{1, 2, 3, 4}));
    adding.w->copyFrom(*kept);
    ASSERT_TRUE(adding.executable->run(2));
    EXPECT_EQ(read(*adding.w).values, (std::vector<float>{2, 4, 6, 104}));
    kept->copyFrom(adding.executable->output("sum"));
    EXPECT_EQ(read(*kept).values, (std::vector<float>{2, 4, 6, 104}));
}

/// foreign: a buffer [4] of another device.
inline void expectRefusals(Device& device, const BufferPtr& foreign) {
    const BufferPtr four = *device.allocate(Shape{4});
    const BufferPtr square = *device.allocate(Shape{2, 2});
    EXPECT_THROW(static_cast<void>(four->readAt(-1)), std::logic_error);
    EXPECT_THROW(static_cast<void>(four->readAt(4)), std::logic_error);
    EXPECT_THROW(four->writeAt(4, 0), std::logic_error);
    EXPECT_THROW(four->copyFrom(*square), std::logic_error);
    Adding adding(device);
    EXPECT_THROW(adding.executable->bind("y", four), std::logic_error);
    EXPECT_THROW(adding.executable->bind("x", square), std::logic_error);
    EXPECT_THROW(adding.executable->bind("x", nullptr), std::logic_error);
    if (foreign) {
        EXPECT_THROW(four->copyFrom(*foreign), std::logic_error);
        EXPECT_THROW(adding.executable->bind("x", foreign), std::logic_error);
    }
    adding.executable->bind("x", four); // nothing of that broke it
    adding.executable->bind("w", adding.w);
}

/// Whatever an op becomes.
inline void expectAllStepsAreSupported(const Device& device) {
    for (const OpCase& one : opCases()) {
        Computation computation;
        computation.outputs.push_back(
            {"result", one.build(*computation.graph, makeLeaves(*computation.graph, one))});
        const auto supported = checkSteps(device, *compile(computation));
        EXPECT_TRUE(supported) << one.name << ": " << supported.error().text();
    }
}

/// Something to be read of every step, whichever way a device takes.
inline void expectCodeOfEveryStep(Device& device) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node image = input(graph, "image", Shape{2, 6, 6, 3});
    const Node weights = input(graph, "weights", Shape{3, 3, 3, 4});
    const Node pooled =
        maxPool(relu(convolution(image, weights, {.stride = {1, 1}})), {.window = {2, 2}, .stride = {2, 2}});
    const Node rows = reshape(pooled, Shape{2, pooled.shape().elementCount() / 2});
    const Node product = matmul(rows, input(graph, "matrix", Shape{rows.shape()[1], 5}));
    computation.outputs = {{"product", exp(product)},
                           {"best", argMax(product, 1)},
                           {"row", gather(product, input(graph, "index", Shape{1}))}};
    const std::unique_ptr<Executable> executable = *device.load(*compile(computation));
    const ProgramCode code = executable->code();
    ASSERT_EQ(code.steps.size(), executable->program().steps.size());
    for (const StepCode& step : code.steps) {
        EXPECT_TRUE(step.words.text().ends_with(".")) << step.words;
        EXPECT_EQ(step.kernels.empty() && step.library.empty() && !code.language.empty(), false)
            << "neither text nor a library: " << step.words;
        for (const KernelCode& kernel : step.kernels) {
            EXPECT_NE(kernel.text.find(kernel.name + "("), std::string::npos) << step.words;
            EXPECT_GE(kernel.results * kernel.sharing * kernel.rounds, 1u) << step.words;
        }
    }
}

inline void expectTheContract(Device& device, const BufferPtr& foreign) {
    for (const Shape& shape : {Shape{}, Shape{5}, Shape{3, 7}, Shape{0, 4}, Shape{70, 90}})
        expectPlainBuffers(device, shape);
    expectRunsAndCopiesInTurn(device);
    expectRefusals(device, foreign);
    expectAllStepsAreSupported(device);
    expectCodeOfEveryStep(device);
}

} // namespace protomind
