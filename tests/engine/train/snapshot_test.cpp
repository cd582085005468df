// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_device.h"
#include "engine/train/small_run.h"
#include "engine/train/snapshot.h"

#include <gtest/gtest.h>

#include <limits>

namespace protomind {
namespace {

constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float kEndless = std::numeric_limits<float>::infinity();

std::vector<VariableInfo> twoKernels() {
    const Initialiser he{.kind = InitialiserKind::He, .fanIn = 40, .fanOut = 30};
    return {{.name = "a/kernel", .shape = {40, 30}, .initialiser = he},
            {.name = "b/kernel", .shape = {40, 30}, .initialiser = he},
            {.name = "b/bias", .shape = {30}, .initialiser = {}}};
}

/// A device that has no room for more than some buffers.
class FullDevice final : public Device {
public:
    FullDevice(Device& device, int buffers)
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
        return m_device.load(std::move(program));
    }

private:
    Device& m_device;
    int m_left;
};

void expectLastFiniteStateIsKept(Device& device) {
    auto store = VariableStore::create(device, twoKernels(), 1).value();
    Snapshot snapshot;
    ASSERT_TRUE(snapshot.take(store, {.step = 1}).value());
    VariableValues good;
    store.read(good);

    HostArray bias(Shape{30}, 1.0f);
    bias.values[17] = kNotANumber;
    store.write("b/bias", bias);
    EXPECT_FALSE(snapshot.take(store, {.step = 2}).value());
    EXPECT_EQ(snapshot.values(), good);
    EXPECT_EQ(snapshot.place().step, 1);

    store.write("b/bias", HostArray(Shape{30}, 3.0f));
    ASSERT_TRUE(snapshot.take(store, {.step = 3}).value());
    EXPECT_EQ(snapshot.place().step, 3);
    EXPECT_EQ(snapshot.values().at("b/bias"), HostArray(Shape{30}, 3.0f));

    store.write("a/kernel", HostArray(Shape{40, 30}, kEndless));
    EXPECT_FALSE(snapshot.take(store, {.step = 4}).value());
    snapshot.giveBack(store);
    store.read(good);
    EXPECT_EQ(snapshot.values(), good);
    EXPECT_EQ(good.at("b/bias"), HostArray(Shape{30}, 3.0f));
}

TEST(Snapshot, KeepsTheLastStateThatWasFinite) {
    expectLastFiniteStateIsKept(*testDevice());
}

TEST(Snapshot, KeepsItInTheMemoryOfADeviceWithItsOwn) {
    const auto openCl = makeOpenClDevice(0, {});
    if (!openCl)
        GTEST_SKIP() << openCl.error().text();
    expectLastFiniteStateIsKept(**openCl);
}

TEST(Snapshot, KeepsItInTheProgramsMemoryWhereTheDeviceIsFull) {
    const auto device = testDevice();
    for (const int buffers : {3, 4, 5, 6}) {
        FullDevice full(*device, buffers);
        expectLastFiniteStateIsKept(full);
    }
}

} // namespace
} // namespace protomind
