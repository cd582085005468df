// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/composition_cases.h"
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/random_programs.h"

#include "whole_run.h"

namespace protomind {
namespace {

/// One for all tests: its library builds kernels when they are first needed.
Device& device() {
    static const std::unique_ptr<Device> first = *makeOpenClDevice(0, {});
    return *first;
}

class OpenClOpTable : public testing::TestWithParam<OpCase> {};

TEST_P(OpenClOpTable, AgreesWithThePlainReference) {
    const Computation computation = withGradients(GetParam());
    const std::vector<HostArray> inputs = inputsOf(GetParam());
    const std::vector<std::vector<double>> expected = plainResults(computation, inputs);
    expectAgreement(GetParam(), computation, runOn(device(), computation, inputs), expected, "OpenCL");
}

TEST_P(OpenClOpTable, GivesTheSameNumbersAgain) {
    const Computation computation = withGradients(GetParam());
    const std::vector<HostArray> inputs = inputsOf(GetParam());
    EXPECT_EQ(runOn(device(), computation, inputs), runOn(device(), computation, inputs));
}

INSTANTIATE_TEST_SUITE_P(All, OpenClOpTable, testing::ValuesIn(opCases()),
                         [](const testing::TestParamInfo<OpCase>& test) { return test.param.name; });
INSTANTIATE_TEST_SUITE_P(Compositions, OpenClOpTable, testing::ValuesIn(compositionCases()),
                         [](const testing::TestParamInfo<OpCase>& test) { return test.param.name; });

TEST(OpenClRandomPrograms, AgreeWithThePlainReferenceOverSeveralRuns) {
    expectRandomProgramsAgree(device(), rounds(8, 40));
}

} // namespace
} // namespace protomind
