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

/// On the first device, as if it had room for so many bytes besides what other tests keep there.
OpenClQueuePtr queueWithRoom(std::int64_t bytes) {
    Hardware hardware = findHardware().at(0);
    const std::int64_t others = OpenClQueue(hardware, ProgramCache({})).bytesHeldByOthers();
    // A fifth of a device is left to the driver.
    hardware.description.memory = (others + bytes + 1) * 5 / 4;
    return std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({}));
}

/// What is allocated already counts, until it is given back.
TEST(OpenClMemory, CountsWhatIsAllocated) {
    const auto device = makeQueueDevice(queueWithRoom(880'000));
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

/// Two sessions in one process.
TEST(OpenClMemory, CountsWhatOthersHoldOnTheDevice) {
    const OpenClQueuePtr queue = queueWithRoom(1'000'000);
    const OpenClQueuePtr other = queueWithRoom(1'000'000);
    const auto device = makeQueueDevice(queue);
    Computation computation;
    computation.outputs.push_back({"y", exp(input(*computation.graph, "x", Shape{100'000}))});
    const Program program = *compile(computation); // 800,000 bytes
    ASSERT_TRUE(device->checkMemory(program));
    {
        const std::int64_t before = queue->bytesHeldByOthers();
        const BufferPtr theirs = *makeQueueDevice(other)->allocate(Shape{100'000});
        EXPECT_EQ(queue->bytesHeldByOthers(), before + 400'000);
        EXPECT_EQ(queue->bytesHeld(), 0);
        EXPECT_EQ(other->bytesHeld(), 400'000);
        const auto refused = device->checkMemory(program);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
        EXPECT_THAT(refused.error().sentence, testing::HasSubstr("need 0.8 MB, and the device has 0.6 MB"));
        EXPECT_FALSE(device->load(program));
    }
    EXPECT_TRUE(device->load(program));
}

TEST(OpenClMemory, IsNotPromisedBeyondWhatThereIs) {
    const auto device = makeQueueDevice(queueWithRoom(1'000'000));
    const BufferPtr first = *device->allocate(Shape{150'000});
    const auto refused = device->allocate(Shape{150'000});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    EXPECT_THAT(refused.error().sentence, testing::HasSubstr("1.2 MB"));
    EXPECT_FALSE(refused.error().remedy.empty());
    EXPECT_TRUE(device->allocate(Shape{90'000}));
}

/// What steps need besides values: here the partial results of a product in slices.
TEST(OpenClMemory, CountsWhatStepsNeedWhileTheyRun) {
    Computation computation;
    const Node x = input(*computation.graph, "x", Shape{4'000, 64});
    computation.outputs.push_back({"y", matmul(x, x, true, false)});
    const Program program = *compile(computation);
    const auto loads = [&](std::size_t units) {
        const OpenClQueuePtr narrow = queueWithRoom(1'150'000);
        Hardware hardware = narrow->hardware();
        hardware.limits.computeUnits = units;
        const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(hardware, ProgramCache({})));
        return device->checkMemory(program).has_value();
    };
    EXPECT_TRUE(loads(1)) << "1,024,000 bytes of input, 16,384 of result and 65,536 of four slices";
    EXPECT_FALSE(loads(8)) << "25 slices";
}

} // namespace
} // namespace protomind
