// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/device_records.h"
#include "studio/session/devices.h"
#include "studio/session/own_device_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace protomind {
namespace {

using Devices = OwnDeviceRecords;

TEST_F(Devices, TuningIsNotBegunWhereWhatItFindsCannotBeKept) {
    std::filesystem::create_directories(deviceRecordsFile()); // a folder in the file's place
    bool begun = false;
    const auto tuned = tuneDevice("opencl", 1, [&begun](const TuningProgress&) { return !(begun = true); });
    ASSERT_FALSE(tuned);
    EXPECT_EQ(tuned.error().where, deviceRecordsFile().string());
    EXPECT_FALSE(begun);
}

TEST_F(Devices, AllPassTheirTestsAndAutoIsTheFastest) {
    const auto checks = checkDevices();
    ASSERT_FALSE(checks.empty());
    EXPECT_EQ(checks[0].description.id, "cpu");
    for (const DeviceCheck& check : checks) {
        EXPECT_TRUE(check.test.passed) << check.test.sentence;
        EXPECT_FALSE(check.test.sentence.empty());
        EXPECT_LT(check.test.largestError, 1e-4);
        EXPECT_GT(check.stepsPerSecond, 0);
    }
    // Measured once and then known: what is kept decides, whatever it is.
    for (const DeviceCheck& fastest : checks) {
        DeviceRecords records = readDeviceRecords(deviceRecordsFile());
        ASSERT_EQ(records.speeds.size(), checks.size());
        for (auto& [identity, speed] : records.speeds)
            speed = identity == fastest.description.identity ? 9 : 5;
        ASSERT_TRUE(writeDeviceRecords(records, deviceRecordsFile()));
        EXPECT_EQ(makeDevice("auto", 0).value()->description().id, fastest.description.id);
    }
}

TEST_F(Devices, AreFoundByNameAsTheyAreListed) {
    std::vector<std::string> ids;
    listDevices([&ids](const DeviceDescription& device) { ids.push_back(device.id); });
    ASSERT_EQ(ids.size(), listDevices().size());
    for (const std::string& id : ids) {
        const auto found = findDevice(id);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->id, id);
        EXPECT_EQ(canBeTuned(*found), id != "cpu");
    }
    for (const char* name : {"opencl:99", "auto", "reference", "abacus", ""})
        EXPECT_FALSE(findDevice(name)) << name;
    EXPECT_EQ(findDevice("opencl").has_value(), ids.size() > 1);
}

TEST_F(Devices, AreMadeByName) {
    EXPECT_EQ(makeDevice("cpu", 1).value()->description().id, "cpu");
    EXPECT_EQ(makeDevice("reference", 0).value()->description().id, "reference");
    if (listDevices().size() < 2)
        GTEST_SKIP() << "no OpenCL driver here";
    EXPECT_EQ(makeDevice("opencl", 0).value()->description().id, "opencl:0");
    EXPECT_EQ(makeDevice("opencl:0", 0).value()->description().id, "opencl:0");
}

TEST_F(Devices, OnlyOpenClIsTuned) {
    EXPECT_EQ(tuneDevice("cpu", 1, {}).error().kind, ProblemKind::Request);
    EXPECT_EQ(tuneDevice("opencl:99", 1, {}).error().kind, ProblemKind::Device);
}

TEST_F(Devices, WhatIsNotThereIsSaidInWords) {
    for (const char* name : {"opencl:99", "opencl:1x", "opencl:", "opencl:-1", "openclx", "cuda", ""}) {
        const auto device = makeDevice(name, 0);
        ASSERT_FALSE(device) << name;
        EXPECT_EQ(device.error().kind, ProblemKind::Device);
        EXPECT_FALSE(device.error().remedy.empty());
    }
    EXPECT_THAT(makeDevice("opencl:99", 0).error().sentence, testing::HasSubstr("OpenCL"));
    EXPECT_EQ(makeDevice("cpu", -1).error().kind, ProblemKind::Request);
}

} // namespace
} // namespace protomind
