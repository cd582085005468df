// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/device_contract.h"
#include "engine/device/host_buffer.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/opencl/queue_device.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

std::unique_ptr<Device> firstDevice() {
    return *makeOpenClDevice(0, {});
}

TEST(DeviceContract, IsKeptByOpenCl) {
    expectTheContract(*firstDevice(), std::make_shared<HostBuffer>(Shape{4}));
}

TEST(DeviceContract, TakesAnotherQueuesMemoryForAnotherDevices) {
    const std::unique_ptr<Device> other = firstDevice();
    expectRefusals(*firstDevice(), *other->allocate(Shape{4}));
}

/// A sum over more than 32 bits can count, of which nothing but the result would ever lie in memory.
TEST(OpenClSteps, RefuseWhatTheirKernelsCannotCount) {
    Computation computation;
    const Node column = input(*computation.graph, "x", Shape{1 << 16, 1});
    const Node row = input(*computation.graph, "y", Shape{1, 1 << 16});
    const ScopeGuard scope(*computation.graph, "pairs");
    computation.outputs.push_back({"sum", reduceSum(exp(column + row))});
    const auto refused = firstDevice()->load(*compile(computation));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Device);
    EXPECT_THAT(refused.error().where, testing::HasSubstr("pairs"));
    EXPECT_THAT(refused.error().sentence, testing::HasSubstr("4294967296"));
    EXPECT_FALSE(refused.error().remedy.empty());

    Computation rows; // 2^32 in all, too, but each sum is of 2^16
    const Node a = input(*rows.graph, "x", Shape{1 << 16, 1});
    const Node b = input(*rows.graph, "y", Shape{1, 1 << 16});
    rows.outputs.push_back({"sum", reduceSum(exp(a + b), {1})});
    EXPECT_TRUE(checkSteps(*firstDevice(), *compile(rows)));
}

/// What is allocated already counts, until it is given back.
TEST(OpenClMemory, CountsWhatIsAllocated) {
    Hardware hardware = findHardware().at(0);
    hardware.description.memory = 1'100'000;
    const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})));
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{100'000});
    computation.outputs.push_back({"y", exp(x)}); // 400,000 bytes in and out
    const Program program = *compile(computation);
    EXPECT_TRUE(device->checkMemory(program));
    {
        const BufferPtr input = *device->allocate(Shape{100'000});
        EXPECT_TRUE(device->checkMemory(program)) << "the input's own memory";
        const BufferPtr other = *device->allocate(Shape{50'000});
        const auto refused = device->checkMemory(program);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    }
    EXPECT_TRUE(device->checkMemory(program)) << "what was given back is there again";
}

} // namespace
} // namespace protomind
