// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "studio/session/devices.h"

#include <fmt/format.h>

namespace protomind {

namespace {

/// Of the time of a search, between two events of its progress.
constexpr double kShareTold = 0.005;

constexpr const char* kHelp =
    "Lists the devices that networks can be computed on, has each of them compute a small network,\n"
    "and measures how fast it trains. With --json, one object a line: \"found\" for every device before\n"
    "any is tested, \"device\" after the test of each, and a \"result\" at the end, so that it is known\n"
    "which device a driver was busy with that hangs or crashes. With --tune: \"progress\" now and then,\n"
    "and \"tuned\" at the end.";

std::string sizeText(std::int64_t bytes) {
    return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

/// What is known of a device without asking it to do anything.
nlohmann::ordered_json fieldsOf(const DeviceDescription& device) {
    return {{"id", device.id},
            {"name", device.name},
            {"detail", device.detail},
            {"threads", device.threads},
            {"memory", device.memory},
            {"graphics", device.graphics},
            {"tunable", canBeTuned(device)}};
}

void tellFound(const DeviceDescription& device, Report& report) {
    report.line(fmt::format("{:<10} {}", device.id, device.name));
    report.line(fmt::format("{:<10} {}, {} thread{}{}", "", device.detail, device.threads,
                            device.threads == 1 ? "" : "s",
                            device.memory > 0 ? ", " + sizeText(device.memory) : ""));
    report.event("found", fieldsOf(device));
}

void tellChecked(const DeviceCheck& check, Report& report) {
    report.line(fmt::format("{:<10} {}", check.description.id, check.test.sentence));
    if (check.test.passed)
        report.line(fmt::format("{:<10} {:.1f} training steps a second (digits, 64 images a step){}", "",
                                check.stepsPerSecond, check.tuned ? ", tuned" : ""));
    nlohmann::ordered_json fields = fieldsOf(check.description);
    fields.update({{"tuned", check.tuned},
                   {"passed", check.test.passed},
                   {"steps_per_second", check.stepsPerSecond},
                   {"sentence", check.test.sentence.text()}});
    report.event("device", fields);
}

/// The devices of the command, as soon as each is known.
Result<std::vector<DeviceDescription>> findDevices(const std::string& only, Report& report) {
    std::vector<DeviceDescription> devices;
    if (only.empty()) {
        listDevices([&](const DeviceDescription& device) {
            tellFound(device, report);
            devices.push_back(device);
        });
        return devices;
    }
    const auto device = findDevice(only);
    if (!device)
        return std::unexpected(device.error());
    tellFound(*device, report);
    devices.push_back(*device);
    return devices;
}

int tune(const std::string& name, double seconds, Report& report) {
    const InterruptWatch interrupts;
    double told = -1;
    const auto shouldContinue = [&report, &told](const TuningProgress& now) {
        report.progress(now.share, fmt::format("{} sets tried, {:.2f} times as fast", now.tried, now.speed));
        if (now.share >= told + kShareTold) {
            told = now.share;
            report.event("progress", {{"share", now.share}, {"tried", now.tried}, {"speed", now.speed}});
        }
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
    options.addSwitch("list", "only say which devices there are, without testing them");
    options.addText("device", "NAME", "only this one, as cpu or opencl:1");
    options.addText("tune", "NAME",
                    "look for faster matrix products on an OpenCL device, and keep what is found");
    options.addText("seconds", "N", "of searching, and about a minute on top (200)");
    options.explain(kHelp);
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

    const auto devices = findDevices(options.text("device"), report);
    if (!devices)
        return report.problem(devices.error());
    if (options.isSet("list")) {
        report.event("result", {{"devices", devices->size()}});
        return kExitDone;
    }
    bool allPassed = true;
    for (const DeviceDescription& device : *devices) {
        const DeviceCheck check = checkDevice(device);
        allPassed = allPassed && check.test.passed;
        tellChecked(check, report);
    }
    report.event("result", {{"devices", devices->size()}, {"passed", allPassed}});
    return allPassed ? kExitDone : kExitDevice;
}

} // namespace protomind
