// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/device_contract.h"
#include "engine/device/reference/reference_device.h"

namespace protomind {
namespace {

/// Memory that only its owner can use, as a graphics card's is.
class ForeignBuffer final : public Buffer {
public:
    const Shape& shape() const override { return m_shape; }
    void write(std::span<const float>) override {}
    void read(std::span<float>) const override {}
    void writeAt(std::int64_t, float) override {}
    float readAt(std::int64_t) const override { return 0; }
    void copyFrom(const Buffer&) override {}

private:
    Shape m_shape{4};
};

TEST(DeviceContract, IsKeptByTheCpu) {
    expectTheContract(*makeCpuDevice(2), std::make_shared<ForeignBuffer>());
}

TEST(DeviceContract, IsKeptByTheReference) {
    expectTheContract(*makeReferenceDevice(), std::make_shared<ForeignBuffer>());
}

/// A device that can't do everything says which step of a network it is.
class NoWindows final : public Device {
public:
    DeviceDescription description() const override { return {}; }
    Result<BufferPtr> allocate(const Shape& shape) override { return m_device->allocate(shape); }
    Result<void> supports(const Step& step) const override {
        const auto* kernel = std::get_if<Kernel>(&step.work);
        if (!kernel || !loweredAs<WindowOp>(kernel->node.op()))
            return {};
        return fail(ProblemKind::Device, "It has no windows.");
    }
    Result<std::unique_ptr<Executable>> load(Program program) override {
        if (auto supported = checkSteps(*this, program); !supported)
            return std::unexpected(supported.error());
        return m_device->load(std::move(program));
    }

private:
    std::unique_ptr<Device> m_device = makeCpuDevice(1);
};

TEST(DeviceContract, NamesTheStepThatIsNotSupported) {
    const auto computation = [](bool pooled) {
        Computation result;
        const ScopeGuard scope(*result.graph, "features");
        const Node image = exp(input(*result.graph, "x", Shape{1, 4, 4, 1}));
        result.outputs.push_back(
            {"y", pooled ? maxPool(image, {.window = {2, 2}, .stride = {2, 2}}) : image});
        return result;
    };
    NoWindows device;
    EXPECT_TRUE(device.load(*compile(computation(false))));
    const auto refused = device.load(*compile(computation(true)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where, "features: MaxPool");
}

} // namespace
} // namespace protomind
