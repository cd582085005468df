// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/autodiff/gradient.h"
#include "engine/device/device.h"
#include "engine/device/reference/evaluate.h"
#include "engine/op_cases.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

namespace protomind {

/// Runs a computation on a device with the given inputs; outputs in order. Runs it twice: the second time, in
/// memory that the first has left its numbers in, gives the same, bit for bit.
inline std::vector<HostArray> runOn(Device& device, const Computation& computation,
                                    const std::vector<HostArray>& inputs,
                                    const CompileOptions& options = {}) {
    Result<Program> program = compile(computation, options);
    EXPECT_TRUE(program) << program.error().text();
    Result<std::unique_ptr<Executable>> executable = device.load(std::move(*program));
    EXPECT_TRUE(executable) << executable.error().text();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const BufferPtr buffer = *device.allocate(inputs[i].shape);
        buffer->write(inputs[i].values);
        (*executable)->bind("x" + std::to_string(i), buffer);
    }
    const auto results = [&] {
        const Result<void> run = (*executable)->run(5);
        EXPECT_TRUE(run) << run.error().text();
        std::vector<HostArray> arrays;
        for (const Computation::Output& output : computation.outputs)
            arrays.push_back(read((*executable)->output(output.name)));
        return arrays;
    };
    const std::vector<HostArray> first = results();
    if (computation.updates.empty()) {
        EXPECT_EQ(results(), first) << "the second run";
    }
    return first;
}

inline std::vector<HostArray> inputsOf(const OpCase& one) {
    std::vector<HostArray> inputs;
    for (std::size_t i = 0; i < one.leaves.size(); ++i)
        inputs.emplace_back(one.leaves[i].shape, leafValues(one.leaves[i], i));
    return inputs;
}

/// The op and, where it has one, its gradient: everything that training would run.
inline Computation withGradients(const OpCase& one) {
    Computation computation;
    Graph& graph = *computation.graph;
    const std::vector<Node> leaves = makeLeaves(graph, one);
    const Node result = one.build(graph, leaves);
    computation.outputs.push_back({"result", result});
    if (info(one.op).differentiable) {
        const std::vector<Node> gradients = gradient(reduceSum(result * result), leaves);
        for (std::size_t i = 0; i < gradients.size(); ++i)
            computation.outputs.push_back({"gradient" + std::to_string(i), gradients[i]});
    }
    return computation;
}

/// What the plain reference says of a computation with inputs x0, x1, ...
inline std::vector<std::vector<double>> plainResults(const Computation& computation,
                                                     const std::vector<HostArray>& inputs) {
    NamedValues named;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        named["x" + std::to_string(i)] = {inputs[i].values.begin(), inputs[i].values.end()};
    std::vector<Node> wanted;
    for (const Computation::Output& output : computation.outputs)
        wanted.push_back(output.node);
    return evaluate(wanted, named, 5);
}

/// way: how it was computed, for the message.
inline void expectAgreement(const OpCase& one, const Computation& computation,
                            const std::vector<HostArray>& found,
                            const std::vector<std::vector<double>>& expected, const std::string& way) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        double largest = 1e-3;
        for (const double x : expected[i])
            largest = std::max(largest, std::abs(x));
        ASSERT_EQ(found[i].values.size(), expected[i].size());
        for (std::size_t element = 0; element < expected[i].size(); ++element)
            ASSERT_NEAR(found[i].values[element], expected[i][element], one.tolerance * largest)
                << computation.outputs[i].name << " element " << element << ", " << way;
    }
}

} // namespace protomind
