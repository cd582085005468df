// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/measure.h"

#include "engine/graph/build.h"
#include "engine/program/compile.h"
#include "studio/bench/timed_step.h"

#include <algorithm>
#include <chrono>

namespace protomind {

namespace {

constexpr std::int64_t kProductSize = 1024;
/// Enough runs for a median, and time enough for a machine to settle.
constexpr std::size_t kLeastRuns = 200;
constexpr double kLeastSeconds = 1.0;
constexpr double kMostSeconds = 20.0;
constexpr std::int64_t kManySamples = 10000;
/// Many samples go through in pieces of this size, as in an evaluation.
constexpr std::int64_t kPiece = 250;

/// Runs until there are enough times; each time is of `repeats` runs, so that tiny ones can be told from the
/// clock.
Result<Figure> timed(std::string name, const std::function<Result<void>()>& run) {
    using Clock = std::chrono::steady_clock;
    const auto secondsOf = [&](std::int64_t repeats) -> Result<double> {
        const Clock::time_point begin = Clock::now();
        for (std::int64_t i = 0; i < repeats; ++i) {
            if (const Result<void> done = run(); !done)
                return std::unexpected(done.error());
        }
        return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    for (int warm = 0; warm < 5; ++warm) {
        if (const Result<double> seconds = secondsOf(1); !seconds)
            return std::unexpected(seconds.error());
    }
    const Result<double> probe = secondsOf(1);
    if (!probe)
        return std::unexpected(probe.error());
    const std::int64_t repeats =
        std::clamp<std::int64_t>(static_cast<std::int64_t>(20e-6 / std::max(*probe, 1e-9)), 1, 1000);
    std::vector<double> times;
    double total = 0;
    while ((times.size() < kLeastRuns || total < kLeastSeconds) && total < kMostSeconds) {
        const Result<double> seconds = secondsOf(repeats);
        if (!seconds)
            return std::unexpected(seconds.error());
        times.push_back(*seconds / static_cast<double>(repeats));
        total += *seconds;
    }
    std::ranges::sort(times);
    Figure figure{.name = std::move(name)};
    figure.seconds = times[times.size() / 2];
    figure.low = times[times.size() / 4];
    figure.high = times[times.size() * 3 / 4];
    figure.runs = static_cast<std::int64_t>(times.size()) * repeats;
    return figure;
}

} // namespace

Result<double> productRate(Device& device) {
    Computation computation;
    const Shape shape{kProductSize, kProductSize};
    const Node a = input(*computation.graph, "a", shape);
    const Node b = input(*computation.graph, "b", shape);
    computation.outputs.push_back({"product", matmul(a, b)});
    Result<Program> program = compile(computation);
    if (!program)
        return std::unexpected(program.error());
    const Result<std::unique_ptr<Executable>> executable = device.load(std::move(*program));
    if (!executable)
        return std::unexpected(executable.error());
    for (const char* name : {"a", "b"}) {
        const Result<BufferPtr> buffer = device.allocate(shape);
        if (!buffer)
            return std::unexpected(buffer.error());
        (*buffer)->write(std::vector<float>(static_cast<std::size_t>(shape.elementCount()), 0.01f));
        (*executable)->bind(name, *buffer);
    }
    const Result<Figure> figure = timed("product", [&] { return (*executable)->run(0); });
    if (!figure)
        return std::unexpected(figure.error());
    return 2e-9 * static_cast<double>(kProductSize * kProductSize * kProductSize) / figure->seconds;
}

Result<std::vector<Figure>> measure(Device& device, const std::string& filter,
                                    const std::function<bool(const Figure&)>& told) {
    const Result<double> rate = productRate(device);
    if (!rate)
        return std::unexpected(rate.error());
    std::vector<Figure> figures;
    const auto wanted = [&](const std::string& name) { return name.find(filter) != std::string::npos; };
    const auto add = [&](Result<TimedStep> step, const std::string& name, double flops,
                         std::int64_t runs) -> Result<bool> {
        if (!step)
            return std::unexpected(step.error());
        Result<Figure> figure = timed(name, [&]() -> Result<void> {
            for (std::int64_t i = 0; i < runs; ++i) {
                if (const Result<void> done = step->run(); !done)
                    return done;
            }
            return {};
        });
        if (!figure)
            return std::unexpected(figure.error());
        figure->gigaflops = flops * 1e-9 / figure->seconds;
        figure->share = figure->gigaflops / *rate;
        figure->compileSeconds = step->compileSeconds();
        figures.push_back(*figure);
        return told(*figure);
    };
    for (const Work& work : works()) {
        if (!wanted(work.name))
            continue;
        const Result<bool> more = add(TimedStep::training(device, work), work.name, usefulFlops(work), 1);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return figures;
    }
    const Work answering = inferenceWork();
    for (const auto& [name, samples, runs] :
         {std::tuple{"answer for 1 image", std::int64_t{1}, std::int64_t{1}},
          std::tuple{"answers for 10000 images", kPiece, kManySamples / kPiece}}) {
        if (!wanted(name))
            continue;
        const double flops = usefulInferenceFlops(answering) * static_cast<double>(samples * runs);
        const Result<bool> more = add(TimedStep::inference(device, answering, samples), name, flops, runs);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return figures;
    }
    return figures;
}

} // namespace protomind
