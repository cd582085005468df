// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/device/random_programs.h"
#include "engine/program/compile.h"

namespace protomind {
namespace {

/// The first device, as if it were one with other limits.
std::unique_ptr<Device> deviceWith(KernelLimits limits) {
    Hardware hardware = findHardware().at(0);
    hardware.limits = limits;
    return makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})));
}

TEST(NarrowDevice, ComputesTheSameWithSingleWorkItems) {
    expectRandomProgramsAgree(*deviceWith({.groupItems = 1, .localBytes = 4, .computeUnits = 1}), 4);
}

TEST(NarrowDevice, ComputesTheSameWithGroupsAndMemoryOfAnyKind) {
    expectRandomProgramsAgree(*deviceWith({.groupItems = 48, .localBytes = 100, .computeUnits = 3}), 4);
}

/// Sums over many rows, which groups share on a device with many units.
TEST(WideDevice, BringsPartsOfSumsTogether) {
    const std::unique_ptr<Device> device =
        deviceWith({.groupItems = 64, .localBytes = 16384, .computeUnits = 64});
    for (const Shape& shape : {Shape{5000}, Shape{700, 3}, Shape{3, 700}, Shape{9, 11, 70, 5}}) {
        for (int axis = 0; axis < shape.rank(); ++axis) {
            Computation computation;
            const Node x = input(*computation.graph, "x0", shape);
            const Node sum = reduceSum(x * x, {axis});
            computation.outputs = {
                {"sum", sum}, {"maximum", reduceMax(x * x, {axis})}, {"all", reduceSum(tanh(x))}};
            HostArray values(shape);
            RandomStream random(4);
            std::ranges::generate(values.values, [&] { return random.normal(); });
            const std::vector<HostArray> inputs{values};
            OpCase one{.name = "sum", .tolerance = 1e-5};
            expectAgreement(one, computation, runOn(*device, computation, inputs),
                            plainResults(computation, inputs), shape.text());
        }
    }
}

/// A network of several layers whose memory is more than one piece.
Computation manyLayers(std::int64_t rows, std::int64_t width) {
    Computation computation;
    Node x = input(*computation.graph, "x0", {rows, width});
    std::vector<Node> kept;
    for (int layer = 0; layer < 6; ++layer) {
        const std::vector<float> weights(static_cast<std::size_t>(width * width),
                                         0.02f + 0.001f * static_cast<float>(layer));
        x = tanh(matmul(x, constant(*computation.graph, {width, width}, weights)) +
                 static_cast<float>(layer));
        kept.push_back(x);
    }
    computation.outputs = {{"last", x * kept[0] + kept[1] * kept[2] + kept[3] * kept[4]}};
    return computation;
}

TEST(SmallDevice, TakesItsMemoryInPieces) {
    Hardware hardware = findHardware().at(0);
    hardware.mostBytesOfBuffer = 8'100; // a layer's output is 8,000
    const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})));
    const Computation computation = manyLayers(100, 20);
    const auto program = compile(computation);
    ASSERT_TRUE(program);
    ASSERT_GT(program->arenaElements * 4, 3 * 8'100);
    HostArray values(Shape{100, 20});
    RandomStream random(4);
    std::ranges::generate(values.values, [&] { return random.normal(); });
    OpCase one{.name = "many layers", .tolerance = 1e-5};
    expectAgreement(one, computation, runOn(*device, computation, {values}),
                    plainResults(computation, {values}), "in pieces");
}

TEST(SmallDevice, SaysWhatAProgramNeedsAndTheDeviceHas) {
    Hardware hardware = findHardware().at(0);
    hardware.description.memory = 400'000;
    const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})));
    const auto refused = device->load(*compile(manyLayers(64, 100)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    EXPECT_NE(refused.error().sentence.find("0.3 MB"), std::string::npos) << refused.error().text();
    EXPECT_NE(refused.error().sentence.find("the device has"), std::string::npos);
}

TEST(SmallDevice, SaysHowMuchIsNeededAndGiven) {
    Hardware hardware = findHardware().at(0);
    hardware.mostBytesOfBuffer = 1'000'000;
    const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})));
    EXPECT_TRUE(device->allocate(Shape{250'000}));
    const auto refused = device->allocate(Shape{300'000});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::Memory);
    EXPECT_NE(refused.error().sentence.find("1.2 MB"), std::string::npos) << refused.error().text();
    EXPECT_NE(refused.error().sentence.find("1.0 MB"), std::string::npos);
    EXPECT_FALSE(refused.error().remedy.empty());
}

} // namespace
} // namespace protomind
