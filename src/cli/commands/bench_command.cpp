// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "studio/bench/measure.h"
#include "studio/session/devices.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// "0.96 µs", "5.3 ms", in three digits.
std::string readable(double seconds) {
    if (seconds < 1e-3)
        return fmt::format("{:.3g} µs", seconds * 1e6);
    return seconds < 1 ? fmt::format("{:.3g} ms", seconds * 1e3) : fmt::format("{:.3g} s", seconds);
}

constexpr const char* kColumns = "{:<28} {:>10} {:>10} {:<12} {:>7} {:>10} {:>10} {:>10}";
/// Of many times a report carries this many: enough for medians and quartiles over several reports.
constexpr std::size_t kTimesTold = 101;

double seconds(const StartCost& cost) {
    return cost.compileSeconds + cost.runSeconds;
}

void tell(const BenchmarkFigure& figure, Report& report) {
    const Timing& timing = figure.timing;
    report.line(fmt::format(kColumns, figure.name, readable(timing.median), readable(timing.low),
                            "– " + readable(timing.high), fmt::format("{:.1f}", figure.gigaflops()),
                            readable(seconds(figure.first)), readable(seconds(figure.again)),
                            fmt::format("{:.1f} MB", static_cast<double>(figure.memory.planned()) * 1e-6)));
    report.event("figure", {{"name", figure.name},
                            {"seconds", timing.median},
                            {"low", timing.low},
                            {"high", timing.high},
                            {"mean", timing.mean},
                            {"runs", timing.runs},
                            {"times", thinned(timing.times, kTimesTold)},
                            {"flops", figure.flops},
                            {"parameters", figure.parameters},
                            {"gigaflops", figure.gigaflops()},
                            {"compile_seconds", figure.first.compileSeconds},
                            {"first_run_seconds", figure.first.runSeconds},
                            {"compile_again_seconds", figure.again.compileSeconds},
                            {"first_run_again_seconds", figure.again.runSeconds},
                            {"planned_bytes", figure.memory.planned()},
                            {"intermediate_bytes", figure.memory.arena},
                            {"unshared_bytes", figure.memory.unshared}});
}

/// What is to be measured, as the options say it.
Result<MeasureWishes> wishesOf(const CommandOptions& options) {
    MeasureWishes wishes;
    if (options.has("filter"))
        wishes.filter = options.text("filter");
    if (options.has("runs")) {
        const Result<std::int64_t> runs = options.count("runs");
        if (!runs)
            return std::unexpected(runs.error());
        wishes.limits.leastRuns = *runs;
    }
    if (options.has("seconds")) {
        const Result<std::int64_t> most = options.count("seconds");
        if (!most)
            return std::unexpected(most.error());
        wishes.limits.mostSeconds = static_cast<double>(*most);
        wishes.limits.leastSeconds = std::min(wishes.limits.leastSeconds, wishes.limits.mostSeconds);
    }
    return wishes;
}

} // namespace

int runBench(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("bench"), {});
    options.addText("filter", "NAME", "only works with this in their name");
    options.addText("runs", "N", "at least so many runs of each work (200)");
    options.addText("seconds", "N", "but no longer than this for each work (20)");
    options.addCommon();
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    Experiment experiment;
    if (auto applied = options.applyCommon(experiment); !applied)
        return report.problem(applied.error());
    const Result<MeasureWishes> wishes = wishesOf(options);
    if (!wishes)
        return report.problem(wishes.error());
    const Result<std::unique_ptr<Device>> device = makeDevice(experiment.device, experiment.threads);
    if (!device)
        return report.problem(device.error());

    const InterruptWatch interrupt;
    const DeviceDescription description = (*device)->description();
    report.line(fmt::format("{} ({}), {} thread{}", description.name, description.detail, description.threads,
                            description.threads == 1 ? "" : "s"));
    report.line("Training: a whole step, forward, backward and update. Start: compiling and the first run;");
    report.line("again: the same a second time. Memory: as planned.");
    report.line(fmt::format(kColumns, "", "median", "from", "  to", "GFLOP/s", "start", "again", "memory"));
    const Result<std::vector<BenchmarkFigure>> figures =
        measure(**device, *wishes, [&](const BenchmarkFigure& figure) {
            tell(figure, report);
            return !interrupt.interrupted();
        });
    if (!figures)
        return report.problem(figures.error());
    if (interrupt.interrupted())
        return kExitInterrupted;
    if (figures->empty())
        return report.problem({.kind = ProblemKind::Request,
                               .sentence = "No work has this in its name.",
                               .where = wishes->filter,
                               .remedy = "`protomind bench` without --filter shows them all."});
    report.event("result", {{"device", description.id},
                            {"name", description.name},
                            {"threads", description.threads},
                            {"figures", figures->size()}});
    return kExitDone;
}

} // namespace protomind
