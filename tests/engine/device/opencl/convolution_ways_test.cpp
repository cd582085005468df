// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/op_agreement.h"
#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/opencl_step.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/device/opencl/text/winograd_text.h"
#include "engine/graph/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "whole_run.h"

namespace protomind {
namespace {

/// The first device, as if it were one with other limits, with convolutions computed in one way.
struct WayDevice {
    ConvolutionWay way;
    KernelLimits limits;
    std::unique_ptr<Device> device;

    WayDevice(ConvolutionWay theWay, const KernelLimits& theLimits)
        : way(theWay)
        , limits(theLimits) {
        Hardware hardware = findHardware().at(0);
        hardware.limits = limits;
        device = makeQueueDevice(std::make_shared<OpenClQueue>(std::move(hardware), ProgramCache({})),
                                 alwaysWay(way, limits));
    }
};

struct WayCase {
    std::string name;
    Shape image, kernel;
    ConvolutionAttributes attributes;
    /// In a short run: compiling its kernels takes PoCL seconds. In a whole run there are all.
    std::vector<ConvolutionWay> ways = {};
};

/// All three passes of a convolution: of x0 (image), x1 (kernel) and x2 (a gradient of the result).
Computation passesOf(const WayCase& one) {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node image = input(graph, "x0", one.image);
    const Node kernel = input(graph, "x1", one.kernel);
    const Node result = convolution(image, kernel, one.attributes);
    const Node gradient = input(graph, "x2", result.shape());
    computation.outputs = {
        {"result", result},
        {"image's", convolutionInputGradient(gradient, kernel, one.attributes, one.image)},
        {"kernel's", convolutionKernelGradient(image, gradient, one.attributes, one.kernel)}};
    return computation;
}

std::vector<HostArray> numbersFor(const Computation& computation) {
    std::vector<HostArray> inputs;
    RandomStream random(11);
    const Node result = computation.outputs[0].node;
    for (const Shape& shape : {result.input(0).shape(), result.input(1).shape(), result.shape()}) {
        inputs.emplace_back(shape);
        std::ranges::generate(inputs.back().values, [&] { return random.normal(); });
    }
    return inputs;
}

/// Every pass is what the plain reference says, and the same numbers again.
void expectAgreement(const WayCase& one, const WayDevice& by) {
    const Computation computation = passesOf(one);
    const std::vector<HostArray> inputs = numbersFor(computation);
    const auto found = runOn(*by.device, computation, inputs);
    expectAgreement({.name = one.name, .tolerance = 2e-5}, computation, found,
                    plainResults(computation, inputs),
                    fmt::format("{}, {}, {} a group", one.name, nameOf(by.way), by.limits.groupItems));
    EXPECT_EQ(found, runOn(*by.device, computation, inputs)) << one.name << ", " << nameOf(by.way);
}

constexpr ConvolutionWay kDirect = ConvolutionWay::Direct;
constexpr ConvolutionWay kColumns = ConvolutionWay::Columns;
constexpr ConvolutionWay kImplicit = ConvolutionWay::Implicit;
constexpr ConvolutionWay kWinograd = ConvolutionWay::Winograd;

const WayCase kManySamples{
    "many_samples", {70, 6, 5, 6}, {3, 3, 6, 9}, {.paddingBefore = {1, 1}}, {kImplicit}};

// clang-format off
const std::vector<WayCase>& wayCases() {
    static const std::vector<WayCase> all{
        kManySamples,
        {"odd", {3, 9, 11, 5}, {3, 3, 5, 7}, {.paddingBefore = {1, 0}, .paddingAfter = {2, 1}}, {kColumns}},
        {"one", {1, 1, 1, 1}, {1, 1, 1, 1}, {}, {kImplicit}},
        {"one_by_one", {2, 7, 5, 19}, {1, 1, 19, 18}, {}},
        {"whole_image", {3, 6, 5, 4}, {6, 5, 4, 33}, {}},
        {"stride", {2, 11, 10, 6}, {3, 3, 6, 8},
         {.stride = {2, 3}, .paddingBefore = {1, 2}}, {kColumns, kImplicit}},
        {"stride_beyond_kernel", {2, 9, 10, 3}, {2, 1, 3, 8}, {.stride = {3, 4}}},
        {"large_kernel", {2, 9, 8, 4}, {5, 7, 4, 6},
         {.stride = {2, 1}, .paddingBefore = {4, 5}}, {kImplicit}},
        {"dilated", {1, 13, 12, 5}, {3, 2, 5, 8}, {.paddingBefore = {2, 1}, .dilation = {2, 3}}},
        {"dilated_stride", {2, 14, 13, 4}, {3, 3, 4, 8},
         {.stride = {2, 3}, .paddingAfter = {1, 3}, .dilation = {3, 2}}, {kImplicit}},
        {"groups", {2, 8, 7, 12}, {3, 3, 4, 15},
         {.stride = {1, 2}, .paddingBefore = {1, 1}, .groups = 3}, {kImplicit}},
        {"depthwise", {4, 9, 8, 37}, {3, 3, 1, 37}, {.paddingBefore = {1, 1}, .groups = 37}, {kDirect}},
        {"depthwise_stride", {2, 9, 8, 6}, {3, 3, 1, 12}, {.stride = {2, 2}, .groups = 6}},
        {"minimal", {3, 9, 11, 9}, {3, 3, 9, 10},
         {.paddingBefore = {1, 0}, .paddingAfter = {2, 1}}, {kWinograd}},
        {"minimal_far", {2, 5, 4, 17}, {3, 3, 17, 8},
         {.paddingBefore = {3, 4}, .paddingAfter = {4, 3}}, {kWinograd}},
        {"large_tiles", {1, 16, 16, 4}, {3, 3, 4, 128},
         {.paddingBefore = {1, 1}, .paddingAfter = {1, 1}}, {kImplicit}}};
    return all;
}
// clang-format on

struct CaseByWay {
    WayCase one;
    ConvolutionWay way;

    std::string name() const { return fmt::format("{}_{}", one.name, nameOf(way)); }
};

void PrintTo(const CaseByWay& by, std::ostream* out) {
    *out << by.name();
}

std::vector<CaseByWay> casesByWay() {
    std::vector<CaseByWay> all;
    for (const WayCase& one : wayCases()) {
        for (const ConvolutionWay way : {kDirect, kColumns, kImplicit, kWinograd}) {
            if (isWholeRun() || std::ranges::find(one.ways, way) != one.ways.end())
                all.push_back({one, way});
        }
    }
    return all;
}

class ConvolutionWays : public testing::TestWithParam<CaseByWay> {};

TEST_P(ConvolutionWays, GiveTheRightResultsAndTheSameAgain) {
    static const KernelLimits limits = findHardware().at(0).limits;
    static std::map<ConvolutionWay, WayDevice> devices; // a library builds its kernels once for each
    expectAgreement(GetParam().one,
                    devices.try_emplace(GetParam().way, GetParam().way, limits).first->second);
}

INSTANTIATE_TEST_SUITE_P(All, ConvolutionWays, testing::ValuesIn(casesByWay()),
                         [](const testing::TestParamInfo<CaseByWay>& test) { return test.param.name(); });

TEST(ConvolutionWaysOfDevices, AreRightOnNarrowAndOnWideOnes) {
    const KernelLimits single{.groupItems = 1, .localBytes = 1024, .computeUnits = 1};
    const KernelLimits wide{.groupItems = 256, .localBytes = 65536, .computeUnits = 64};
    expectAgreement(kManySamples, WayDevice(kDirect, wide));
    std::vector<KernelLimits> all{single, {.groupItems = 48, .localBytes = 4000, .computeUnits = 3}, wide};
    if (isWholeRun())
        all.insert(all.end(), {{.groupItems = 7, .localBytes = 2048, .computeUnits = 2},
                               {.groupItems = 64, .localBytes = 16384, .computeUnits = 1},
                               {.groupItems = 128, .localBytes = 16384, .computeUnits = 2}});
    for (const KernelLimits& limits : all)
        expectAgreement(kManySamples, WayDevice(kImplicit, limits));
}

TEST(ConvolutionWaysOfDevices, ImplicitNeedsRoomForATileAndColumnsOneGroup) {
    const auto fits = [](const WayCase& one, const KernelLimits& limits, ConvolutionWay way) {
        const Computation computation = passesOf(one);
        const std::vector<ConvolutionWay> ways =
            fittingWays({.node = computation.outputs[0].node, .inputs = {0, 1}, .output = 2}, limits);
        EXPECT_EQ(ways.front(), kDirect);
        return std::ranges::find(ways, way) != ways.end();
    };
    const KernelLimits usual;
    const KernelLimits tiny{.groupItems = 1, .localBytes = 100};
    const WayCase grouped{"grouped", {2, 8, 8, 4}, {3, 3, 2, 4}, {.groups = 2}};
    EXPECT_TRUE(fits(kManySamples, usual, kImplicit));
    EXPECT_TRUE(fits(grouped, usual, kImplicit));
    EXPECT_FALSE(fits(kManySamples, tiny, kImplicit));
    EXPECT_TRUE(fits(kManySamples, usual, kColumns));
    EXPECT_FALSE(fits(grouped, usual, kColumns));
}

TEST(ConvolutionWaysOfDevices, MinimalFilteringTakesAFewSamplesAtATime) {
    const WayCase one{"parts", {6, 7, 8, 8}, {3, 3, 8, 9}, {.paddingBefore = {1, 1}}};
    const Computation computation = passesOf(one);
    const std::vector<HostArray> numbers = numbersFor(computation);
    const std::vector<std::vector<double>> expected = plainResults(computation, numbers);
    const auto queue = std::make_shared<OpenClQueue>(findHardware().at(0), ProgramCache({}));
    const KernelLimits& limits = queue->hardware().limits;
    for (const std::size_t pass : {0, 1}) {
        const Kernel kernel{.node = computation.outputs[pass].node, .inputs = {0, 1}, .output = 2};
        ASSERT_TRUE(winogradFits(kernel, limits));
        std::vector<KernelSource> sources = winogradText(kernel, {"few", "few"}, limits, 10'000);
        EXPECT_EQ(sources.size(), 1u + 3u * 3u) << "two of six samples at a time";
        OpenClSteps steps;
        steps.push_back(makeTextStep(std::move(sources)));
        shareKernels(steps);
        steps[0]->build(queue->build(textOf(steps)));
        std::vector<std::unique_ptr<OpenClBuffer>> buffers;
        std::vector<OpenClPlace> places;
        for (const Shape& shape :
             {kernel.node.input(0).shape(), kernel.node.input(1).shape(), kernel.node.shape()}) {
            places.push_back({queue->allocate(shape.elementCount()), 0});
            buffers.push_back(std::make_unique<OpenClBuffer>(queue, shape, places.back()));
        }
        buffers[0]->write(numbers[pass == 0 ? 0 : 2].values);
        buffers[1]->write(numbers[1].values);
        const cl::Buffer scratch = queue->allocate(steps[0]->scratchElements());
        steps[0]->bind(places, scratch);
        steps[0]->enqueue(queue->commands(), 0);
        const HostArray found = read(*buffers[2]);
        for (std::size_t i = 0; i < expected[pass].size(); ++i)
            ASSERT_NEAR(found.values[i], expected[pass][i], 2e-4) << "pass " << pass << ", element " << i;
    }
}

} // namespace
} // namespace protomind
