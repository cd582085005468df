// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/instance/variable_copy.h"

#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

constexpr float kInfinite = std::numeric_limits<float>::infinity();
constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

VariableStore threeVariables(Device& device) {
    const Initialiser he{.kind = InitialiserKind::He, .fanIn = 40, .fanOut = 30};
    return VariableStore::create(device,
                                 {{.name = "kernel", .shape = {40, 30}, .initialiser = he},
                                  {.name = "other", .shape = {40, 30}, .initialiser = he},
                                  {.name = "bias", .shape = {30}, .initialiser = {}}},
                                 1)
        .value();
}

/// A device that has no room for more than some buffers.
class CrowdedDevice final : public Device {
public:
    CrowdedDevice(Device& device, int buffers)
        : m_device(device)
        , m_left(buffers) {}
    DeviceDescription description() const override { return m_device.description(); }
    Result<BufferPtr> allocate(const Shape& shape) override {
        if (m_left-- <= 0)
            return fail(ProblemKind::Memory, "It is full.");
        return m_device.allocate(shape);
    }
    Result<void> supports(const Step& step) const override { return m_device.supports(step); }
    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (m_left <= 0)
            return fail(ProblemKind::Memory, "It is full.");
        return m_device.load(std::move(program));
    }

private:
    Device& m_device;
    int m_left;
};

/// One number of any variable that is none: the copy stays what it was, and gives that back.
void expectTheLastFiniteValues(Device& device) {
    VariableStore store = threeVariables(device);
    VariableCopy copy;
    VariableValues good;
    float next = 1;
    for (const VariableInfo& variable : store.variables()) {
        const BufferPtr buffer = store.buffer(variable.name);
        for (const std::int64_t index : {std::int64_t{0}, variable.shape.elementCount() - 1}) {
            for (const float extreme : {std::numeric_limits<float>::max(), -std::numeric_limits<float>::max(),
                                        std::numeric_limits<float>::denorm_min(), next++}) {
                buffer->writeAt(index, extreme);
                ASSERT_TRUE(copy.take(store).value()) << variable.name << " " << index << " " << extreme;
                store.read(good);
                ASSERT_EQ(copy.values(), good);
            }
            for (const float bad : {kInfinite, -kInfinite, kNoNumber}) {
                buffer->writeAt(index, bad);
                ASSERT_FALSE(copy.take(store).value()) << variable.name << " " << index << " " << bad;
                ASSERT_EQ(copy.values(), good);
                copy.giveBack(store);
                ASSERT_EQ(read(*buffer), good.at(variable.name));
            }
        }
    }
}

std::unique_ptr<Device> openCl() {
    auto device = makeOpenClDevice(0, {});
    return device ? std::move(*device) : nullptr;
}

TEST(VariableCopy, KeepsTheLastFiniteValues) {
    expectTheLastFiniteValues(*makeCpuDevice(2));
}

TEST(VariableCopy, KeepsThemOnADeviceWithMemoryOfItsOwn) {
    const auto device = openCl();
    if (!device)
        GTEST_SKIP() << "no OpenCL device";
    expectTheLastFiniteValues(*device);
}

TEST(VariableCopy, KeepsThemInTheProgramsMemoryWhereADeviceIsFull) {
    const auto device = openCl();
    if (!device)
        GTEST_SKIP() << "no OpenCL device";
    for (const int buffers : {3, 4, 5}) {
        CrowdedDevice full(*device, buffers);
        expectTheLastFiniteValues(full);
    }
}

/// Then it is not known whether the variables are finite, and they are not called so.
TEST(VariableCopy, TellsADeviceThatFailedFromNumbersThatAreNone) {
    if (findHardware().empty())
        GTEST_SKIP() << "no OpenCL device";
    const auto queue = std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
    const auto device = makeQueueDevice(queue);
    for (const bool finite : {true, false}) {
        VariableStore store = threeVariables(*device);
        VariableCopy copy;
        ASSERT_TRUE(copy.take(store).value());
        store.buffer("bias")->writeAt(0, finite ? 1 : kNoNumber);
        ASSERT_EQ(copy.take(store).value(), finite);
        ASSERT_TRUE(store.read("bias"));
        if (finite)
            continue;
        queue->noteFailure(cl::Error(CL_DEVICE_NOT_AVAILABLE));
        const auto taken = copy.take(store);
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().kind, ProblemKind::Device);
        const auto bias = store.read("bias");
        ASSERT_FALSE(bias);
        EXPECT_EQ(bias.error().sentence, taken.error().sentence);
    }
}

/// A driver promises memory that it does not have: what the device has no room for is kept by the program.
TEST(VariableCopy, TakesNoMoreOfADeviceThanThereIs) {
    constexpr std::int64_t kRoom = 1'500'000;
    Hardware hardware = findHardware().at(0);
    const std::int64_t others = OpenClQueue(hardware, ProgramCache({})).bytesHeldByOthers();
    hardware.description.memory = (others + kRoom + 1) * 5 / 4; // a fifth is the driver's
    const auto queue = std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({}));
    const auto device = makeQueueDevice(queue);
    const Initialiser he{.kind = InitialiserKind::He, .fanIn = 40, .fanOut = 30};
    VariableStore store = VariableStore::create(*device,
                                                {{.name = "kernel", .shape = {250, 400}, .initialiser = he},
                                                 {.name = "other", .shape = {250, 400}, .initialiser = he}},
                                                1)
                              .value(); // 800,000 bytes
    const auto numbersOfAll = [&store] {
        VariableValues values;
        for (const VariableInfo& variable : store.variables())
            values.emplace(variable.name, read(*store.buffer(variable.name)));
        return values;
    };
    const VariableValues before = numbersOfAll();
    VariableCopy copy;
    ASSERT_TRUE(copy.take(store).value());
    EXPECT_GE(queue->bytesHeld(), 1'200'000) << "there is room for one";
    EXPECT_LE(queue->bytesHeld(), kRoom);
    for (const VariableInfo& variable : store.variables())
        store.buffer(variable.name)->write(std::vector<float>(100'000, 1.0f));
    copy.giveBack(store);
    EXPECT_EQ(numbersOfAll(), before);
}

} // namespace
} // namespace protomind
