// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "studio/session/devices.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

std::string sizeText(std::int64_t bytes) {
    return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

void tell(const DeviceCheck& check, Report& report) {
    const DeviceDescription& device = check.description;
    report.line(fmt::format("{:<10} {}", device.id, device.name));
    report.line(fmt::format(
        "{:<10} {}, {} thread{}{}{}", "", device.detail, device.threads, device.threads == 1 ? "" : "s",
        device.memory > 0 ? ", " + sizeText(device.memory) : "", check.tuned ? ", tuned" : ""));
    report.line(fmt::format("{:<10} {}", "", check.test.sentence));
    if (check.test.passed)
        report.line(fmt::format("{:<10} {:.1f} training steps a second (digits, 64 images a step)", "",
                                check.stepsPerSecond));
    report.event("device", {{"id", device.id},
                            {"name", device.name},
                            {"detail", device.detail},
                            {"threads", device.threads},
                            {"memory", device.memory},
                            {"tuned", check.tuned},
                            {"passed", check.test.passed},
                            {"steps_per_second", check.stepsPerSecond},
                            {"sentence", check.test.sentence}});
}

int tune(const std::string& name, double seconds, Report& report) {
    const InterruptWatch interrupts;
    const auto shouldContinue = [&report](const TuningProgress& now) {
        report.progress(now.share, fmt::format("{} sets tried, {:.2f} times as fast", now.tried, now.speed));
        return !InterruptWatch::interrupted();
    };
    const auto found = tuneDevice(name, seconds, shouldContinue);
    if (!found) {
        const int status = report.problem(found.error());
        return InterruptWatch::interrupted() ? kExitInterrupted : status;
    }
    for (const TuningReport::Product& product : found->products)
        report.line(fmt::format("[{} x {}] times [{} x {}]: {:.1f} GFLOP/s before, {:.1f} now", product.m,
                                product.k, product.k, product.n, product.before, product.after));
    report.line(fmt::format("{} sets tried in {:.0f} s: {} did not run, {} gave wrong numbers.", found->tried,
                            found->seconds, found->refused, found->wrong));
    nlohmann::json products = nlohmann::json::array();
    for (const TuningReport::Product& p : found->products)
        products.push_back({{"m", p.m}, {"n", p.n}, {"k", p.k}, {"before", p.before}, {"after", p.after}});
    report.event("tuned", {{"device", name},
                           {"tried", found->tried},
                           {"refused", found->refused},
                           {"wrong", found->wrong},
                           {"seconds", found->seconds},
                           {"products", products},
                           {"parameters", found->tuning}});
    return kExitDone;
}

} // namespace

int runDevices(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("devices"), {});
    options.addSwitch("json", "one JSON object a line on standard output");
    options.addText("tune", "NAME",
                    "look for faster matrix products on an OpenCL device, and keep what is found");
    options.addText("seconds", "N", "of searching, and about a minute on top (200)");
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();

    if (options.has("tune")) {
        const Result<std::int64_t> seconds =
            options.has("seconds") ? options.count("seconds") : Result<std::int64_t>(kTuningSeconds);
        if (!seconds)
            return report.problem(seconds.error());
        return tune(options.text("tune"), static_cast<double>(*seconds), report);
    }

    const std::vector<DeviceCheck> checks = checkDevices();
    const bool allPassed =
        std::ranges::all_of(checks, [](const DeviceCheck& check) { return check.test.passed; });
    for (const DeviceCheck& check : checks)
        tell(check, report);
    report.event("result", {{"devices", checks.size()}, {"passed", allPassed}});
    return allPassed ? kExitDone : kExitDevice;
}

} // namespace protomind
