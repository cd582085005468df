// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the driver promises itself: without it the tests with it could pass because nothing fails.

#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <unistd.h>

#include "faulty_opencl/built_driver.h"
#include "faulty_opencl/child_program.h"
#include "faulty_opencl/needed_driver.h"

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class FaultyOpenCl : public testing::Test {
protected:
    void SetUp() override { PROTOMIND_NEEDS_DRIVER_BEHIND(); }
};

ChildOutcome trainWith(const std::string& plan, const std::string& enough = {}) {
    return runChild({kTrainUnderFaults}, {{"OCL_ICD_VENDORS", kFaultyVendors}, {"FAULTY_OPENCL", plan}},
                    enough);
}

TEST_F(FaultyOpenCl, ComputesWhatTheDriverBehindItDoes) {
    // The machine's first device may be another driver's.
    const auto alone =
        std::filesystem::path(testing::TempDir()) / ("protomind-driver-alone-" + std::to_string(::getpid()));
    faulty_opencl::offerAlone(faulty_opencl::driverBehind(), alone);
    const ChildOutcome plain = runChild({kTrainUnderFaults}, {{"OCL_ICD_VENDORS", alone.string()}});
    std::filesystem::remove_all(alone);
    const ChildOutcome wrapped = trainWith("");
    EXPECT_THAT(plain.lastLine(), StartsWith("done ")) << plain.output;
    EXPECT_EQ(wrapped.lastLine(), plain.lastLine()) << wrapped.output;
}

TEST_F(FaultyOpenCl, GivesTheErrorAtTheCallThatWasNamed) {
    EXPECT_EQ(trainWith("CL_DEVICE_NOT_AVAILABLE@clEnqueueNDRangeKernel:1").lastLine().substr(0, 7),
              "problem");
    EXPECT_THAT(trainWith("CL_DEVICE_NOT_AVAILABLE@clEnqueueNDRangeKernel:1000000").lastLine(),
                StartsWith("done "));
    EXPECT_THAT(trainWith("CL_DEVICE_NOT_AVAILABLE@clCreateContext:1").lastLine(),
                HasSubstr("not there any more"));
}

TEST_F(FaultyOpenCl, HangsWhereItWasTold) {
    for (const char* entry :
         {"clBuildProgram", "clEnqueueReadBuffer", "clEnqueueNDRangeKernel", "clWaitForEvents", "clFlush"}) {
        const std::string said = std::string("faulty_opencl: hanging in ") + entry;
        const ChildOutcome outcome = trainWith(std::string("hang@") + entry + ":2", said);
        EXPECT_THAT(outcome.output, HasSubstr(said));
        EXPECT_FALSE(outcome.wentOn) << entry;
    }
}

TEST_F(FaultyOpenCl, EndsTheProcessWhereItWasTold) {
    EXPECT_EQ(trainWith("kill@clEnqueueNDRangeKernel:5").signal, SIGSEGV);
    EXPECT_EQ(trainWith("kill@any:10").signal, SIGSEGV);
}

TEST_F(FaultyOpenCl, ComputesTheSameSlowly) {
    EXPECT_EQ(trainWith("slow@clEnqueueNDRangeKernel:1+").lastLine(), trainWith("").lastLine());
}

/// Numbers that are wrong from the first one on are found before anybody trains with them.
TEST_F(FaultyOpenCl, FailsItsTestWithWrongResults) {
    for (const char* plan : {"wrong@clEnqueueReadBuffer:1+", "wrong@clEnqueueReadBuffer:1",
                             "lost@clEnqueueReadBuffer:2", "lost@clEnqueueNDRangeKernel:1+",
                             "lost@clEnqueueNDRangeKernel:3", "lost@clEnqueueWriteBuffer:1+"}) {
        const ChildOutcome outcome = trainWith(plan);
        EXPECT_THAT(outcome.lastLine(), StartsWith("problem Its numbers differ")) << plan << "\n"
                                                                                  << outcome.output;
    }
}

TEST_F(FaultyOpenCl, RefusesAPlanThatNamesNothing) {
    for (const char* plan : {"hang", "hang@clFinish", "hang@clNothing:1", "sing@clFinish:1",
                             "hang@clFinish:0", "hang@clFinish:1x", "hang:1@clFinish"}) {
        EXPECT_EQ(trainWith(plan).status, 99) << plan;
    }
}

} // namespace
} // namespace protomind
