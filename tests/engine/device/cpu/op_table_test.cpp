// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/composition_cases.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/op_agreement.h"

#include <set>

namespace protomind {
namespace {

class OpTable : public testing::TestWithParam<OpCase> {};

TEST_P(OpTable, AgreesWithThePlainReference) {
    const Computation computation = withGradients(GetParam());
    const std::vector<HostArray> inputs = inputsOf(GetParam());
    const std::vector<std::vector<double>> expected = plainResults(computation, inputs);
    struct Loops {
        LoopMethod method;
        const char* name;
    };
    for (const auto& [method, name] :
         {Loops{LoopMethod::Jit, "code"}, Loops{LoopMethod::NarrowJit, "narrow code"},
          Loops{LoopMethod::Kernels, "kernels"}}) {
        const std::unique_ptr<Device> device = makeCpuDevice(2, method);
        for (const bool fused : {true, false})
            expectAgreement(GetParam(), computation,
                            runOn(*device, computation, inputs, {.simplify = fused, .fuse = fused}), expected,
                            std::string(name) + (fused ? ", fused" : ", not fused"));
    }
}

/// Bit for bit: how work is cut follows from shapes alone.
TEST_P(OpTable, DoesNotDependOnTheNumberOfThreads) {
    const OpCase& one = GetParam();
    Computation computation;
    const std::vector<Node> leaves = makeLeaves(*computation.graph, one);
    computation.outputs.push_back({"result", one.build(*computation.graph, leaves)});
    const std::vector<HostArray> inputs = inputsOf(one);
    EXPECT_EQ(runOn(*makeCpuDevice(1), computation, inputs), runOn(*makeCpuDevice(3), computation, inputs));
}

std::string caseName(const testing::TestParamInfo<OpCase>& test) {
    return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(All, OpTable, testing::ValuesIn(opCases()), caseName);
INSTANTIATE_TEST_SUITE_P(Compositions, OpTable, testing::ValuesIn(compositionCases()), caseName);

TEST(OpTableCoverage, EveryOpHasACase) {
    std::set<Op> covered{Op::Variable}; // in the training tests
    for (const OpCase& one : opCases())
        covered.insert(one.op);
    for (const OpInfo& row : opTable())
        EXPECT_TRUE(covered.contains(row.op)) << row.name;
}

} // namespace
} // namespace protomind
