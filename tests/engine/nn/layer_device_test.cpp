// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every kind of layer, forward and back, compiled and run on the devices: in floats, fused and planned.
#include "engine/autodiff/gradient.h"
#include "engine/device/cpu/cpu_device.h"
#include "engine/device/reference/reference_device.h"
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/layer_case.h"
#include "engine/program/compile.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace protomind {
namespace {

std::vector<float> asFloats(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

class LayerOnDevice : public testing::TestWithParam<std::tuple<LayerCase, const char*>> {};

INSTANTIATE_TEST_SUITE_P(Cases, LayerOnDevice,
                         testing::Combine(testing::ValuesIn(layerCases()),
                                          testing::Values("Cpu", "Reference")),
                         [](const auto& which) {
                             return std::get<0>(which.param).label + std::get<1>(which.param);
                         });

std::unique_ptr<Device> makeDevice(const std::string& name) {
    return name == "Cpu" ? makeCpuDevice(1) : makeReferenceDevice();
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
    const std::unique_ptr<Device> device = makeDevice(std::get<1>(GetParam()));
    Result<std::unique_ptr<Executable>> executable = device->load(std::move(*program));
    ASSERT_TRUE(executable) << executable.error().text();
    std::vector<Node> leaves = built.inputs;
    for (const NetworkVariable& variable : built.builder->variables())
        leaves.push_back(variable.node);
    for (const Node leaf : leaves) {
        const BufferPtr buffer = device->allocate(leaf.shape()).value();
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
