// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/program/compile.h"
#include "studio/bench/timing.h"
#include "studio/session/devices.h"

#include <cstdio>
#include <string>

using namespace protomind;

namespace {

constexpr int kAtOnce = 4;

/// Products of a device's own, several behind each other in its queue: 1e9 operations a second.
Result<Timing> rateOf(Device& device, std::int64_t edge) {
    Computation computation;
    const Node left = input(*computation.graph, "left", Shape{edge, edge});
    const Node right = input(*computation.graph, "right", Shape{edge, edge});
    computation.outputs.push_back({"product", matmul(left, right)});
    Result<Program> program = compile(computation);
    if (!program)
        return std::unexpected(program.error());
    Result<std::unique_ptr<Executable>> executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    for (const char* name : {"left", "right"}) {
        const Result<BufferPtr> buffer = device.allocate(Shape{edge, edge});
        if (!buffer)
            return std::unexpected(buffer.error());
        (*buffer)->write(std::vector<float>(static_cast<std::size_t>(edge * edge), 0.01f));
        (*executable)->bind(name, *buffer);
    }
    Buffer& product = (*executable)->output("product");
    return timeRuns(
        [&]() -> Result<void> {
            for (int i = 0; i < kAtOnce; ++i) {
                if (auto done = (*executable)->run(0); !done)
                    return done;
            }
            static_cast<void>(product.readAt(0)); // all are done then
            return {};
        },
        {.leastRuns = 20, .leastSeconds = 0.5, .mostSeconds = 10});
}

} // namespace

/// bench_opencl_product_rate [DEVICE] [EDGE ...]: the rate of products of two square matrices on a device as
/// programs run them, tuned if it is, one JSON object each.
int main(int argc, char** argv) {
    const Result<std::unique_ptr<Device>> device = makeDevice(argc > 1 ? argv[1] : "opencl", 0);
    if (!device) {
        std::fprintf(stderr, "%s\n", device.error().text().c_str());
        return 1;
    }
    std::vector<std::int64_t> edges;
    for (int i = 2; i < argc; ++i)
        edges.push_back(std::stoll(argv[i]));
    if (edges.empty())
        edges = {1024, 4096};
    for (const std::int64_t edge : edges) {
        const Result<Timing> timing = rateOf(**device, edge);
        if (!timing) {
            std::fprintf(stderr, "%s\n", timing.error().text().c_str());
            return 1;
        }
        const auto operations = 2e-9 * static_cast<double>(edge * edge * edge);
        std::printf("{\"edge\": %lld, \"median_gigaflops\": %.1f, \"best_gigaflops\": %.1f}\n",
                    static_cast<long long>(edge), operations * kAtOnce / timing->median,
                    operations * kAtOnce / timing->times.front());
    }
    return 0;
}
