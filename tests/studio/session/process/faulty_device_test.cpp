// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/event_log.h"
#include "studio/session/process/guarded_session.h"

#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>

#include "faulty_opencl/built_driver.h"
#include "faulty_opencl/needed_driver.h"

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Seconds since a file was there. Before, while kernels are built, however long that takes, it stands still.
Clock clockFrom(const std::filesystem::path& mark) {
    return [mark, clock = steadyClock(), begin = std::make_shared<std::atomic<double>>(-1)] {
        if (*begin < 0 && std::filesystem::exists(mark))
            *begin = clock();
        return *begin < 0 ? 0.0 : clock() - *begin;
    };
}

/// Nothing is ever taken for silence.
double noTime() {
    return 0;
}

/// A driver that does as its plan says (see faulty_opencl.cpp), for processes that are started meanwhile.
class FaultyDevice : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        PROTOMIND_NEEDS_DRIVER_BEHIND();
        std::filesystem::remove(m_mark);
        set("OCL_ICD_VENDORS", kFaultyVendors);
        set("FAULTY_OPENCL", GetParam());
        set("FAULTY_OPENCL_MARK", m_mark.string());
    }
    void TearDown() override {
        for (const auto& [name, before] : m_before) {
            if (before)
                ::setenv(name.c_str(), before->c_str(), 1);
            else
                ::unsetenv(name.c_str());
        }
        std::filesystem::remove(m_mark);
    }
    [[nodiscard]] static bool plans(std::string_view fault) {
        return std::string_view(GetParam()).starts_with(fault);
    }

    std::filesystem::path m_mark =
        std::filesystem::path(testing::TempDir()) / ("protomind-fault-came-" + std::to_string(::getpid()));

private:
    void set(const char* name, const std::string& value) {
        const char* before = std::getenv(name);
        m_before[name] = before != nullptr ? std::optional<std::string>(before) : std::nullopt;
        ::setenv(name, value.c_str(), 1);
    }
    std::map<std::string, std::optional<std::string>> m_before;
};

/// A call that never comes back is found by its silence, from when it was called on; all else is told.
TEST_P(FaultyDevice, TrainingGoesOnToItsEndOnTheProcessor) {
    EventLog log;
    const Clock silence = plans("hang") ? clockFrom(m_mark) : noTime;
    GuardedSession session(log.listener(),
                           {.program = sessionServer(),
                            .limits = {.silent = 0.5, .lost = 1, .lostInLongCall = 1, .clock = silence},
                            .snapshotSeconds = 0});
    session.post({{1}, PrepareRequest{cloudsOn("opencl", 40)}});
    session.post({{2}, TrainRequest{}});
    log.untilState(RunState::Finished);
    EXPECT_TRUE(std::filesystem::exists(m_mark)) << "no fault came";
    EXPECT_EQ(session.processId(), -1);
    EXPECT_TRUE(log.all<Failed>().empty());
    std::int64_t epochs = 0;
    for (const EpochDone& done : log.all<EpochDone>())
        EXPECT_EQ(done.epoch, ++epochs);
    EXPECT_EQ(epochs, 40);
    const std::vector<DeviceNews> lost = log.news(DeviceState::Lost);
    ASSERT_EQ(lost.size(), 1u);
    const std::string& why = lost.front().sentence.text();
    if (plans("hang") || plans("kill"))
        EXPECT_THAT(why, HasSubstr("stopped answering"));
    else
        EXPECT_THAT(why, Not(HasSubstr("stopped answering")));
    EXPECT_THAT(why, HasSubstr("processor goes on in its place"));
    for (const DeviceNews& news : log.all<DeviceNews>())
        EXPECT_EQ(news.sentence.empty(), news.state == DeviceState::Answering);
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
