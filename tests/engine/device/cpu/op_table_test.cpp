// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/gradient.h"
#include "engine/base/parallel.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/reference/evaluate.h"
#include "engine/op_cases.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

/// Runs a computation on the processor with the given inputs; outputs in order.
std::vector<HostArray> runOnCpu(const Computation& computation, const std::vector<HostArray>& inputs,
                                int threads, bool fused = true, LoopMethod loops = LoopMethod::Code) {
    const std::unique_ptr<Device> device = makeCpuDevice(threads, loops);
    Result<Program> program = compile(computation, {.simplify = fused, .fuse = fused});
    EXPECT_TRUE(program) << program.error().text();
    Result<std::unique_ptr<Executable>> executable = device->load(std::move(*program));
    EXPECT_TRUE(executable) << executable.error().text();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const BufferPtr buffer = *device->allocate(inputs[i].shape);
        buffer->write(inputs[i].values);
        (*executable)->bind("x" + std::to_string(i), buffer);
    }
    EXPECT_TRUE((*executable)->run(5));
    std::vector<HostArray> results;
    for (const Computation::Output& output : computation.outputs)
        results.push_back(read((*executable)->output(output.name)));
    return results;
}

class OpTable : public testing::TestWithParam<OpCase> {};

/// The op and, where it has one, its gradient: everything that training would run.
TEST_P(OpTable, AgreesWithThePlainReference) {
    const OpCase& one = GetParam();
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
    NamedValues named;
    std::vector<HostArray> inputs;
    for (std::size_t i = 0; i < one.leaves.size(); ++i) {
        inputs.emplace_back(one.leaves[i].shape, leafValues(one.leaves[i], i));
        named["x" + std::to_string(i)] = {inputs.back().values.begin(), inputs.back().values.end()};
    }
    std::vector<Node> wanted;
    for (const Computation::Output& output : computation.outputs)
        wanted.push_back(output.node);
    const std::vector<std::vector<double>> expected = evaluate(wanted, named, 5);
    struct Way {
        bool fused;
        LoopMethod loops;
    };
    for (const auto& [fused, loops] : {Way{true, LoopMethod::Code}, Way{false, LoopMethod::Code},
                                       Way{true, LoopMethod::NarrowCode}, Way{false, LoopMethod::NarrowCode},
                                       Way{true, LoopMethod::Kernels}, Way{false, LoopMethod::Kernels}}) {
        const std::vector<HostArray> results = runOnCpu(computation, inputs, 2, fused, loops);
        for (std::size_t i = 0; i < results.size(); ++i) {
            double largest = 1e-3;
            for (const double x : expected[i])
                largest = std::max(largest, std::abs(x));
            ASSERT_EQ(results[i].values.size(), expected[i].size());
            for (std::size_t element = 0; element < expected[i].size(); ++element)
                ASSERT_NEAR(results[i].values[element], expected[i][element], one.tolerance * largest)
                    << computation.outputs[i].name << " element " << element
                    << (fused ? " fused" : " not fused")
                    << (loops == LoopMethod::Kernels ? ", kernels"
                        : loops == LoopMethod::Code  ? ", code"
                                                     : ", narrow code");
        }
    }
}

/// Bit for bit: how work is cut follows from shapes alone.
TEST_P(OpTable, DoesNotDependOnTheNumberOfThreads) {
    const OpCase& one = GetParam();
    Computation computation;
    const std::vector<Node> leaves = makeLeaves(*computation.graph, one);
    computation.outputs.push_back({"result", one.build(*computation.graph, leaves)});
    std::vector<HostArray> inputs;
    for (std::size_t i = 0; i < one.leaves.size(); ++i)
        inputs.emplace_back(one.leaves[i].shape, leafValues(one.leaves[i], i));
    EXPECT_EQ(runOnCpu(computation, inputs, 1), runOnCpu(computation, inputs, 3));
}

std::string caseName(const testing::TestParamInfo<OpCase>& test) {
    return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(All, OpTable, testing::ValuesIn(opCases()), caseName);

TEST(OpTableCoverage, EveryOpHasACase) {
    std::set<Op> covered{Op::Variable}; // in the training tests
    for (const OpCase& one : opCases())
        covered.insert(one.op);
    for (const OpInfo& row : opTable())
        EXPECT_TRUE(covered.contains(row.op)) << row.name;
}

} // namespace
} // namespace protomind
