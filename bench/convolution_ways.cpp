// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a convolution and its gradients take on the first OpenCL device, each in every way that fits:
//     bench_convolution_ways [samples size channels_in channels_out kernel stride groups]
#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace protomind;

constexpr int kRuns = 5;

/// Of a computation with one output; each input is of small numbers. The first run builds the library's
/// kernels.
double secondsOf(Device& device, const Computation& computation) {
    const std::unique_ptr<Executable> executable = *device.load(*compile(computation));
    for (const auto& [name, shape] : executable->program().leaves) {
        const BufferPtr buffer = *device.allocate(shape);
        buffer->write(std::vector<float>(static_cast<std::size_t>(shape.elementCount()), 0.01f));
        executable->bind(name, buffer);
    }
    const auto run = [&] {
        static_cast<void>(executable->run(0));
        static_cast<void>(executable->output("result").readAt(0)); // waits
    };
    run();
    double least = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        run();
        least =
            std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return least;
}

} // namespace

int main(int count, char** words) {
    std::array<std::int64_t, 7> n{8, 56, 64, 64, 3, 1, 1};
    for (int i = 1; i < std::min(count, 8); ++i)
        n[static_cast<std::size_t>(i - 1)] = std::atoll(words[i]);
    const auto [samples, size, in, out, edge, stride, groups] = n;
    const ConvolutionAttributes attributes{.stride = {stride, stride},
                                           .paddingBefore = {edge / 2, edge / 2},
                                           .paddingAfter = {edge / 2, edge / 2},
                                           .groups = groups};
    const std::vector<Hardware> all = findHardware();
    if (all.empty())
        return 1;
    std::printf("%s\n", all[0].description.name.c_str());
    for (const std::string pass : {"forward", "to the image", "to the kernel"}) {
        Computation computation;
        Graph& graph = *computation.graph;
        const Shape image{samples, size, size, in};
        const Shape kernel{edge, edge, in / groups, out};
        const Node x = input(graph, "image", image);
        const Node w = input(graph, "kernel", kernel);
        const Node y = convolution(x, w, attributes);
        const Node gradient = input(graph, "gradient", y.shape());
        const Node result = pass == "forward" ? y
                            : pass == "to the image"
                                ? convolutionInputGradient(gradient, w, attributes, image)
                                : convolutionKernelGradient(x, gradient, attributes, kernel);
        computation.outputs = {{"result", result}};
        const Kernel step{.node = result, .inputs = {0, 1}, .output = 2};
        const double multiplications =
            static_cast<double>(y.shape().elementCount() * edge * edge * in / groups);
        const ConvolutionWay usual = usualWay(step, all[0].limits);
        for (const ConvolutionWay way : fittingWays(step, all[0].limits)) {
            const auto device = makeQueueDevice(std::make_shared<OpenClQueue>(all[0], ProgramCache({})),
                                                alwaysWay(way, all[0].limits));
            const double seconds = secondsOf(*device, computation);
            std::printf("%-14s %-9s %9.3f ms %8.1f GFLOP/s%s\n", pass.c_str(),
                        std::string(nameOf(way)).c_str(), 1e3 * seconds, 2e-9 * multiplications / seconds,
                        way == usual ? "  usual" : "");
            std::fflush(stdout);
        }
    }
    return 0;
}
