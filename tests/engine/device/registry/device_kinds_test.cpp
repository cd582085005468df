// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/registry/device_kinds.h"

#include <gtest/gtest.h>

#include <set>

namespace protomind {
namespace {

TEST(DeviceKinds, OpenWhatTheyListByItsName) {
    std::set<std::string> ids;
    for (const DeviceKind& kind : deviceKinds()) {
        SCOPED_TRACE(kind.id);
        ASSERT_NE(kind.open, nullptr);
        for (const DeviceDescription& listed : kind.list ? kind.list() : std::vector<DeviceDescription>()) {
            EXPECT_TRUE(ids.insert(listed.id).second) << listed.id;
            const auto choice = deviceOfName(listed.id);
            ASSERT_TRUE(choice);
            EXPECT_EQ(choice->kind, &kind);
            const auto device = kind.open(choice->number, {.threads = 1});
            ASSERT_TRUE(device) << device.error().text();
            EXPECT_EQ((*device)->description().id, listed.id);
        }
    }
    EXPECT_TRUE(ids.contains(std::string(deviceKinds().front().id))) << "every machine has the first";
}

TEST(DeviceKinds, AreFoundByTheirNames) {
    EXPECT_EQ(deviceOfName("cpu")->kind->id, "cpu");
    EXPECT_EQ(deviceOfName("reference")->kind->id, "reference");
    EXPECT_EQ(deviceOfName("opencl")->number, 0u);
    EXPECT_EQ(deviceOfName("opencl:12")->number, 12u);
    EXPECT_EQ(deviceOfName("opencl:12")->kind->id, "opencl");
    for (const char* name : {"opencl:1x", "opencl:", "opencl:-1", "openclx", "opencl1", "cpu:0", "cuda", ""})
        EXPECT_FALSE(deviceOfName(name)) << name;
}

} // namespace
} // namespace protomind
