// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every kind of layer, forward and back, compiled and run on the devices: in floats, fused and planned.
#include "engine/autodiff/gradient.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/reference/reference_device.h"
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/layer_case.h"
#include "engine/program/compile.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include "whole_run.h"

namespace protomind {
namespace {

std::vector<float> asFloats(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

using CaseOnDevice = std::tuple<LayerCase, const char*>;

/// A graphics card's library builds the kernels of each case, for seconds where the processor stands in for
/// the card: a short run has those that its op table says least of.
bool runsOnOpenCl(const LayerCase& which) {
    constexpr std::array kShortRun{"AttentionCausal", "GroupNorm", "Lstm", "TransposedConvolution",
                                   "UpsampleBilinear"};
    return isWholeRun() || std::ranges::find(kShortRun, which.label) != kShortRun.end();
}

std::vector<CaseOnDevice> casesOnDevices() {
    std::vector<CaseOnDevice> all;
    for (const LayerCase& which : layerCases()) {
        all.emplace_back(which, "Cpu");
        all.emplace_back(which, "Reference");
        if (runsOnOpenCl(which))
            all.emplace_back(which, "OpenCl");
    }
    return all;
}

class LayerOnDevice : public testing::TestWithParam<CaseOnDevice> {};

INSTANTIATE_TEST_SUITE_P(Cases, LayerOnDevice, testing::ValuesIn(casesOnDevices()), [](const auto& which) {
    return std::get<0>(which.param).label + std::get<1>(which.param);
});

/// One of each for all tests: a graphics card's library takes long to begin.
Device& deviceCalled(const std::string& name) {
    static std::map<std::string, std::unique_ptr<Device>> made;
    std::unique_ptr<Device>& device = made[name];
    if (!device && name == "OpenCl")
        device = *makeOpenClDevice(0, {});
    else if (!device)
        device = name == "Cpu" ? makeCpuDevice(1) : makeReferenceDevice();
    return *device;
}

TEST_P(LayerOnDevice, EqualsTheEvaluationInDouble) {
    Computation computation;
    BuiltCase built = buildCase(std::get<0>(GetParam()), BuildMode::Training, *computation.graph);
    for (auto& [name, numbers] : built.values)
        for (double& number : numbers)
            number = static_cast<float>(number);
    std::vector<Node> wanted = gradient(reduceSum(square(built.output)), built.targets());
    wanted.push_back(built.output);
    for (const LayerBuilder::StatisticUpdate& update : built.builder->updates())
        wanted.push_back(update.value);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        computation.outputs.push_back({fmt::format("{}", i), wanted[i]});

    Result<Program> program = compile(computation);
    ASSERT_TRUE(program) << program.error().text();
    Device& device = deviceCalled(std::get<1>(GetParam()));
    Result<std::unique_ptr<Executable>> executable = device.load(std::move(*program));
    ASSERT_TRUE(executable) << executable.error().text();
    std::vector<Node> leaves = built.inputs;
    for (const NetworkVariable& variable : built.builder->variables())
        leaves.push_back(variable.node);
    for (const Node leaf : leaves) {
        const BufferPtr buffer = device.allocate(leaf.shape()).value();
        const std::string& name = leaf.as<LeafAttributes>().name;
        buffer->write(asFloats(built.values.at(name)));
        (*executable)->bind(name, buffer);
    }
    constexpr std::uint64_t kRun = 3;
    ASSERT_TRUE((*executable)->run(kRun));

    const std::vector<std::vector<double>> right = evaluate(wanted, built.values, kRun);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const HostArray got = read((*executable)->output(fmt::format("{}", i)));
        ASSERT_EQ(got.values.size(), right[i].size());
        double scale = 1;
        for (const double number : right[i])
            scale = std::max(scale, std::abs(number));
        for (std::size_t k = 0; k < right[i].size(); ++k)
            ASSERT_NEAR(static_cast<double>(got.values[k]), right[i][k], 2e-5 * scale)
                << "output " << i << " element " << k;
    }
}

} // namespace
} // namespace protomind
