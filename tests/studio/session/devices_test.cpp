// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/devices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(Devices, TheProcessorIsAlwaysThereAndPassesItsTest) {
    const auto checks = checkDevices();
    ASSERT_FALSE(checks.empty());
    EXPECT_EQ(checks[0].description.id, "cpu");
    for (const DeviceCheck& check : checks) {
        EXPECT_TRUE(check.passed) << check.sentence;
        EXPECT_FALSE(check.sentence.empty());
        EXPECT_LT(check.largestError, 1e-4);
    }
}

TEST(Devices, AreMadeByName) {
    EXPECT_EQ(makeDevice("cpu", 1).value()->description().id, "cpu");
    EXPECT_EQ(makeDevice("auto", 0).value()->description().id, "cpu");
    EXPECT_EQ(makeDevice("reference", 0).value()->description().id, "reference");
}

TEST(Devices, WhatIsNotThereIsSaidInWords) {
    for (const char* name : {"opencl", "opencl:1", "cuda", ""}) {
        const auto device = makeDevice(name, 0);
        ASSERT_FALSE(device) << name;
        EXPECT_EQ(device.error().kind, ProblemKind::Device);
        EXPECT_FALSE(device.error().remedy.empty());
    }
    EXPECT_THAT(makeDevice("opencl", 0).error().sentence, testing::HasSubstr("OpenCL"));
    EXPECT_EQ(makeDevice("cpu", -1).error().kind, ProblemKind::Request);
}

} // namespace
} // namespace protomind
