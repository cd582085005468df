// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/registry/device_kinds.h"
#include "studio/session/process/event_log.h"
#include "studio/session/process/guarded_session.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "faulty_opencl/built_driver.h"

namespace protomind {
namespace {

/// A driver that does as its plan says (see faulty_opencl.cpp), for processes that are started meanwhile.
class FaultyDevice : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        // This process keeps the driver that it has.
        if (openClDevices().empty()) {
            if (std::getenv("CI") != nullptr)
                FAIL() << "no OpenCL driver is there";
            GTEST_SKIP() << "no OpenCL driver is there";
        }
        const char* vendors = std::getenv("OCL_ICD_VENDORS");
        m_vendors = vendors != nullptr ? vendors : "";
        ::setenv("OCL_ICD_VENDORS", kFaultyVendors, 1);
        ::setenv("FAULTY_OPENCL", GetParam(), 1);
    }
    void TearDown() override {
        ::unsetenv("FAULTY_OPENCL");
        if (m_vendors.empty())
            ::unsetenv("OCL_ICD_VENDORS");
        else
            ::setenv("OCL_ICD_VENDORS", m_vendors.c_str(), 1);
    }

private:
    std::string m_vendors;
};

TEST_P(FaultyDevice, TrainingGoesOnToItsEndOnTheProcessor) {
    EventLog log;
    GuardedSession session(log.listener(), {.program = sessionServer(),
                                            .limits = {.silent = 1, .lost = 4, .lostInLongCall = 4},
                                            .snapshotSeconds = 0});
    session.post({{1}, PrepareRequest{cloudsOn("opencl", 40)}});
    session.post({{2}, TrainRequest{}});
    log.untilState(RunState::Finished);
    EXPECT_EQ(session.processId(), -1);
    EXPECT_TRUE(log.all<Failed>().empty());
    std::int64_t epochs = 0;
    for (const EpochDone& done : log.all<EpochDone>())
        EXPECT_EQ(done.epoch, ++epochs);
    EXPECT_EQ(epochs, 40);
    std::size_t lost = 0;
    for (const DeviceNews& news : log.all<DeviceNews>()) {
        lost += news.state == DeviceState::Lost ? 1 : 0;
        EXPECT_EQ(news.sentence.empty(), news.state == DeviceState::Answering);
    }
    EXPECT_EQ(lost, 1u);
}

INSTANTIATE_TEST_SUITE_P(Plans, FaultyDevice,
                         testing::Values("hang@clBuildProgram:1", "hang@clEnqueueNDRangeKernel:150",
                                         "hang@clEnqueueReadBuffer:10", "hang@clFlush:20",
                                         "kill@clCreateContext:1", "kill@clEnqueueNDRangeKernel:150",
                                         "CL_OUT_OF_RESOURCES@clEnqueueNDRangeKernel:150",
                                         "CL_MEM_OBJECT_ALLOCATION_FAILURE@clEnqueueNDRangeKernel:150",
                                         "CL_DEVICE_NOT_AVAILABLE@clFlush:20"));

} // namespace
} // namespace protomind
