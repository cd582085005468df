// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/composition_cases.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/op_agreement.h"
#include "engine/op_size_cases.h"

#include <algorithm>
#include <iterator>
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
INSTANTIATE_TEST_SUITE_P(Sizes, OpTable, testing::ValuesIn(opSizeCases()), caseName);
INSTANTIATE_TEST_SUITE_P(Compositions, OpTable, testing::ValuesIn(compositionCases()), caseName);

TEST(OpTableCoverage, EveryOpHasACase) {
    std::set<Op> covered{Op::Variable}; // in the training tests
    for (const OpCase& one : opCases())
        covered.insert(one.op);
    for (const OpInfo& row : opTable())
        EXPECT_TRUE(covered.contains(row.op)) << row.name;
}

/// A kind of size, and whether a case has it.
struct SizeKind {
    const char* name;
    bool (*is)(const OpCase& one);
};

constexpr std::int64_t kManyNumbers = 30'000; // many groups, and parts for many threads

bool anyLeaf(const OpCase& one, bool (*is)(std::int64_t elements)) {
    return std::ranges::any_of(one.leaves, [is](const auto& leaf) { return is(leaf.shape.elementCount()); });
}

constexpr SizeKind kSizeKinds[] = {
    {"odd", [](const OpCase& one) { return anyLeaf(one, [](auto n) { return n > 1 && n % 2 == 1; }); }},
    {"one", [](const OpCase& one) { return !anyLeaf(one, [](auto n) { return n != 1; }); }},
    {"empty", [](const OpCase& one) { return anyLeaf(one, [](auto n) { return n == 0; }); }},
    {"large", [](const OpCase& one) { return anyLeaf(one, [](auto n) { return n >= kManyNumbers; }); }},
};

TEST(OpTableCoverage, EveryOpHasCasesOfEverySize) {
    std::vector<OpCase> all = opCases();
    std::ranges::move(opSizeCases(), std::back_inserter(all));
    for (const OpInfo& row : opTable()) {
        if (row.op == Op::Variable)
            continue;
        const auto has = [&](const auto& suits) {
            return std::ranges::any_of(all,
                                       [&](const OpCase& one) { return one.op == row.op && suits(one); });
        };
        for (const SizeKind& kind : kSizeKinds)
            EXPECT_TRUE(has(kind.is)) << row.name << ": " << kind.name;
        // Reductions, movements and contractions have shapes of their own.
        if (std::holds_alternative<PointwiseOp>(row.lowering) && row.arity > 1) {
            EXPECT_TRUE(has([](const OpCase& one) { return one.leaves[0].shape != one.leaves[1].shape; }))
                << row.name << ": broadcast";
        }
    }
}

} // namespace
} // namespace protomind
