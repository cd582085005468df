// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "studio/session/devices.h"

#include <fmt/format.h>

namespace protomind {

int runDevices(const CommandWords& words, Report& report) {
    CommandOptions options(usageOf("devices"), {});
    options.addSwitch("json", "one JSON object a line on standard output");
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();

    const std::vector<DeviceCheck> checks = checkDevices();
    bool allPassed = true;
    for (const DeviceCheck& check : checks) {
        const DeviceDescription& device = check.description;
        allPassed = allPassed && check.passed;
        report.line(fmt::format("{:<10} {}", device.id, device.name));
        report.line(fmt::format("{:<10} {}, {} thread{}{}", "", device.detail, device.threads,
                                device.threads == 1 ? "" : "s",
                                device.memory > 0 ? fmt::format(", {} MiB", device.memory >> 20) : ""));
        report.line(fmt::format("{:<10} {}", "", check.sentence));
        report.event("device", {{"id", device.id},
                                {"name", device.name},
                                {"detail", device.detail},
                                {"threads", device.threads},
                                {"memory", device.memory},
                                {"passed", check.passed},
                                {"sentence", check.sentence}});
    }
    report.event("result", {{"devices", checks.size()}, {"passed", allPassed}});
    return allPassed ? kExitDone : kExitDevice;
}

} // namespace protomind
