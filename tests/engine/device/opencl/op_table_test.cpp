// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/composition_cases.h"
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/random_programs.h"
#include "engine/op_size_cases.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "whole_run.h"

namespace protomind {
namespace {

/// One for all tests: its library builds kernels when they are first needed.
Device& device() {
    static const std::unique_ptr<Device> first = *makeOpenClDevice(0, {});
    return *first;
}

/// PoCL takes a tenth of a second to compile a kernel, and a case has several. Ops that are tested on the
/// same shapes share those in a short run: each has every third, so that every op and every shape is there.
/// (A case is computed with its gradients, so that convolutions and what differentiates them are there with
/// every shape.) The whole run has them all.
std::vector<OpCase> sharedOut(const std::vector<OpCase>& all) {
    constexpr std::size_t kShare = 3;
    std::map<Op, std::vector<const OpCase*>> casesOf;
    for (const OpCase& one : all)
        casesOf[one.op].push_back(&one);
    const auto shapesOf = [&](Op op) {
        std::set<std::string> shapes;
        for (const OpCase* one : casesOf[op])
            shapes.insert(one->name.substr(one->name.find('_')));
        return shapes;
    };
    std::map<std::set<std::string>, std::vector<Op>> families;
    for (const auto& [op, cases] : casesOf)
        families[shapesOf(op)].push_back(op);
    std::vector<OpCase> kept;
    for (const auto& [shapes, ops] : families) {
        const std::size_t share = isWholeRun() || ops.size() < kShare ? 1 : kShare;
        for (std::size_t i = 0; i < ops.size(); ++i) {
            const std::vector<const OpCase*>& cases = casesOf[ops[i]];
            for (std::size_t j = i % share; j < cases.size(); j += share)
                kept.push_back(*cases[j]);
        }
    }
    return kept;
}

class OpenClOpTable : public testing::TestWithParam<OpCase> {};

TEST_P(OpenClOpTable, AgreesWithThePlainReferenceAndGivesTheSameNumbersAgain) {
    const Computation computation = withGradients(GetParam());
    const std::vector<HostArray> inputs = inputsOf(GetParam());
    const std::vector<std::vector<double>> expected = plainResults(computation, inputs);
    const auto results = runOn(device(), computation, inputs);
    expectAgreement(GetParam(), computation, results, expected, "OpenCL");
    EXPECT_EQ(results, runOn(device(), computation, inputs));
}

INSTANTIATE_TEST_SUITE_P(All, OpenClOpTable, testing::ValuesIn(sharedOut(opCases())),
                         [](const testing::TestParamInfo<OpCase>& test) { return test.param.name; });
INSTANTIATE_TEST_SUITE_P(Sizes, OpenClOpTable, testing::ValuesIn(opSizeCases()),
                         [](const testing::TestParamInfo<OpCase>& test) { return test.param.name; });
INSTANTIATE_TEST_SUITE_P(Compositions, OpenClOpTable, testing::ValuesIn(compositionCases()),
                         [](const testing::TestParamInfo<OpCase>& test) { return test.param.name; });

TEST(OpenClRandomPrograms, AgreeWithThePlainReferenceOverSeveralRuns) {
    expectRandomProgramsAgree(device(), rounds(8, 40));
}

} // namespace
} // namespace protomind
