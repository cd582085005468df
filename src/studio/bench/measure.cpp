// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/measure.h"

#include "studio/bench/timed_step.h"

namespace protomind {

namespace {

/// A line of the table before it is measured.
struct Line {
    std::string name;
    std::function<Result<TimedStep>()> make;
    double flops = 0; ///< of a run of the step
    std::int64_t parameters = 0;
    std::int64_t runs = 1; ///< of the step, in a run of the line
};

std::vector<Line> linesFor(Device& device) {
    std::vector<Line> lines;
    for (const Benchmark& work : benchmarks())
        lines.push_back({.name = work.name,
                         .make = [&device, work] { return TimedStep::training(device, work); },
                         .flops = usefulFlops(work),
                         .parameters = parameterCount(work)});
    const Benchmark work = inferenceModel();
    for (const InferenceBenchmark& answering : inferenceBenchmarks())
        lines.push_back(
            {.name = answering.name,
             .make = [&device, work,
                      piece = answering.piece] { return TimedStep::inference(device, work, piece); },
             .flops = usefulInferenceFlops(work) * static_cast<double>(answering.piece),
             .parameters = parameterCount(work),
             .runs = answering.pieces});
    return lines;
}

Result<StartCost> startCost(TimedStep& step) {
    const Clock clock = steadyClock();
    const double begin = clock();
    if (const Result<void> done = step.run(); !done)
        return std::unexpected(done.error());
    step.settle();
    return StartCost{.compileSeconds = step.compileSeconds(), .runSeconds = clock() - begin};
}

Result<BenchmarkFigure> figureOf(const Line& line, const TimingLimits& limits) {
    BenchmarkFigure figure{.name = line.name,
                           .flops = line.flops * static_cast<double>(line.runs),
                           .parameters = line.parameters};
    Result<TimedStep> step = line.make();
    for (StartCost* cost : {&figure.first, &figure.again}) {
        if (cost == &figure.again)
            step = line.make();
        if (!step)
            return std::unexpected(step.error());
        const Result<StartCost> measured = startCost(*step);
        if (!measured)
            return std::unexpected(measured.error());
        *cost = *measured;
    }
    figure.memory = memoryPlan(step->executable());
    Result<Timing> timing = timeRuns(
        [&]() -> Result<void> {
            for (std::int64_t i = 0; i < line.runs; ++i) {
                if (const Result<void> done = step->run(); !done)
                    return done;
            }
            return {};
        },
        limits);
    if (!timing)
        return std::unexpected(timing.error());
    figure.timing = std::move(*timing);
    return figure;
}

} // namespace

Result<std::vector<BenchmarkFigure>> measure(Device& device, const MeasureWishes& wishes,
                                             const std::function<bool(const BenchmarkFigure&)>& told) {
    std::vector<BenchmarkFigure> figures;
    for (const Line& line : linesFor(device)) {
        if (line.name.find(wishes.filter) == std::string::npos)
            continue;
        Result<BenchmarkFigure> figure = figureOf(line, wishes.limits);
        if (!figure)
            return std::unexpected(figure.error());
        figures.push_back(std::move(*figure));
        if (!told(figures.back()))
            break;
    }
    return figures;
}

} // namespace protomind
