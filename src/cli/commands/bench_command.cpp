// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "studio/bench/measure.h"
#include "studio/session/devices.h"

#include <fmt/format.h>

namespace protomind {

namespace {

/// "0.96 µs", "5.3 ms", in three digits.
std::string readable(double seconds) {
    if (seconds < 1e-3)
        return fmt::format("{:.3g} µs", seconds * 1e6);
    return seconds < 1 ? fmt::format("{:.3g} ms", seconds * 1e3) : fmt::format("{:.3g} s", seconds);
}

void tell(const Figure& figure, Report& report) {
    report.line(fmt::format("{:<28} {:>10} {:>10} – {:<10} {:>7.1f} {:>5.0f} % {:>10}", figure.name,
                            readable(figure.seconds), readable(figure.low), readable(figure.high),
                            figure.gigaflops, 100 * figure.share, readable(figure.compileSeconds)));
    report.event("figure", {{"name", figure.name},
                            {"seconds", figure.seconds},
                            {"low", figure.low},
                            {"high", figure.high},
                            {"gigaflops", figure.gigaflops},
                            {"share", figure.share},
                            {"compile_seconds", figure.compileSeconds},
                            {"runs", figure.runs}});
}

} // namespace

int runBench(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("bench"), {});
    options.addText("filter", "NAME", "only works with this in their name");
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
    const Result<std::unique_ptr<Device>> device = makeDevice(experiment.device, experiment.threads);
    if (!device)
        return report.problem(device.error());

    const InterruptWatch interrupt;
    const DeviceDescription description = (*device)->description();
    report.line(fmt::format("{} ({}), {} thread{}", description.name, description.detail, description.threads,
                            description.threads == 1 ? "" : "s"));
    report.line("Training: a whole step, forward, backward and update. Share: of the rate of a large matrix "
                "product.");
    report.line(fmt::format("{:<28} {:>10} {:>10}   {:<10} {:>7} {:>7} {:>10}", "", "median", "from", "to",
                            "GFLOP/s", "share", "compiling"));
    const Result<std::vector<Figure>> figures =
        measure(**device, options.has("filter") ? options.text("filter") : "", [&](const Figure& figure) {
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
                               .where = options.text("filter"),
                               .remedy = "`protomind bench` without --filter shows them all."});
    report.event("result", {{"device", description.id},
                            {"name", description.name},
                            {"threads", description.threads},
                            {"figures", figures->size()}});
    return kExitDone;
}

} // namespace protomind
