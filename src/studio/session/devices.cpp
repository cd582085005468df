// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/devices.h"

#include "engine/device/registry/device_kinds.h"
#include "studio/session/device_records.h"
#include "studio/session/device_speed.h"
#include "studio/session/user_folders.h"

#include <algorithm>

namespace protomind {

namespace {

std::filesystem::path kernelFolder() {
    const std::filesystem::path cache = userFolder("XDG_CACHE_HOME", ".cache");
    return cache.empty() ? cache : cache / "kernels";
}

/// Changes what is kept of the devices. Where it can't be kept, it is measured again the next time.
void remember(const std::function<void(DeviceRecords&)>& change) {
    DeviceRecords records = readDeviceRecords(deviceRecordsFile());
    const DeviceRecords before = records;
    change(records);
    if (records != before)
        static_cast<void>(writeDeviceRecords(records, deviceRecordsFile()));
}

/// See measureSpeed; 0 where it failed its test. What was never measured is measured now.
double knownSpeed(const DeviceDescription& device, const DeviceRecords& records) {
    const auto known = records.speeds.find(device.identity);
    return known != records.speeds.end() ? known->second : checkDevice(device).stepsPerSecond;
}

std::string fastestDevice() {
    const std::vector<DeviceDescription> devices = listDevices();
    if (devices.size() == 1)
        return devices.front().id;
    const DeviceRecords records = readDeviceRecords(deviceRecordsFile());
    std::string fastest = devices.front().id;
    double most = 0;
    for (const DeviceDescription& device : devices) {
        const double speed = knownSpeed(device, records);
        if (speed > most) {
            most = speed;
            fastest = device.id;
        }
    }
    return fastest;
}

std::unexpected<Problem> noSuchDevice(const std::string& name) {
    return fail(ProblemKind::Device, "There is no device of this name.", name,
                "`protomind devices` lists those there are.");
}

} // namespace

bool needsDriver(const std::string& name) {
    const auto choice = deviceOfName(name);
    return !choice || choice->kind->needsDriver;
}

Result<std::unique_ptr<Device>> makeDevice(const std::string& name, int threads) {
    if (threads < 0 || threads > 1024)
        return fail(ProblemKind::Request, "The number of threads must be from 0 (all there are) to 1024.");
    if (name == kFastestDevice)
        return makeDevice(fastestDevice(), threads);
    const auto choice = deviceOfName(name);
    if (!choice)
        return noSuchDevice(name);
    return choice->kind->open(choice->number,
                              {.threads = threads,
                               .openCl = {.cacheFolder = kernelFolder(),
                                          .tunings = readDeviceRecords(deviceRecordsFile()).tunings,
                                          .measureConvolutions = true}});
}

void listDevices(const DeviceFound& found) {
    for (const DeviceKind& kind : deviceKinds()) {
        if (kind.list)
            std::ranges::for_each(kind.list(), found);
    }
}

std::vector<DeviceDescription> listDevices() {
    std::vector<DeviceDescription> devices;
    listDevices([&devices](const DeviceDescription& device) { devices.push_back(device); });
    return devices;
}

std::vector<DeviceDescription> soundDevices() {
    std::vector<DeviceDescription> devices = listDevices();
    const DeviceRecords records = readDeviceRecords(deviceRecordsFile());
    // The processor stays in any case: there must be one.
    const auto others = std::ranges::subrange(devices.begin() + 1, devices.end());
    const auto off = std::ranges::remove_if(
        others, [&](const DeviceDescription& device) { return knownSpeed(device, records) <= 0; });
    devices.erase(off.begin(), off.end());
    return devices;
}

Result<DeviceDescription> findDevice(const std::string& name) {
    const auto choice = deviceOfName(name);
    if (choice && choice->kind->list) {
        const std::vector<DeviceDescription> devices = choice->kind->list();
        if (choice->number < devices.size())
            return devices[choice->number];
    }
    return noSuchDevice(name);
}

bool canBeTuned(const DeviceDescription& description) {
    const auto choice = deviceOfName(description.id);
    return choice && choice->kind->tune;
}

DeviceCheck checkDevice(const DeviceDescription& description) {
    DeviceCheck check{.description = description};
    // A driver that takes the program along while it is tested for the first time counts as one that failed:
    // nobody falls for it once more by "auto".
    remember([&](DeviceRecords& records) { records.speeds.try_emplace(description.identity, 0.0); });
    const auto device = makeDevice(description.id, 0);
    if (!device) {
        check.test.sentence = device.error().text();
    } else {
        check.test = testDevice(**device);
        check.tuned = readDeviceRecords(deviceRecordsFile()).tunings.contains(description.identity);
    }
    if (check.test.passed) {
        if (const auto speed = measureSpeed(**device)) {
            check.stepsPerSecond = *speed;
        } else {
            check.test.passed = false;
            check.test.sentence = speed.error().text();
        }
    }
    remember([&](DeviceRecords& records) { records.speeds[description.identity] = check.stepsPerSecond; });
    return check;
}

std::vector<DeviceCheck> checkDevices() {
    std::vector<DeviceCheck> checks;
    for (const DeviceDescription& description : listDevices())
        checks.push_back(checkDevice(description));
    return checks;
}

Result<TuningReport> tuneDevice(const std::string& name, double seconds,
                                const std::function<bool(const TuningProgress&)>& shouldContinue) {
    const auto choice = deviceOfName(name);
    if (!choice || !choice->kind->tune)
        return fail(ProblemKind::Request, "Only OpenCL devices can be tuned; the CPU's library tunes itself.",
                    name);
    // Before minutes of searching: what is found is of no use where it can't be kept.
    const std::filesystem::path file = deviceRecordsFile();
    if (auto kept = writeDeviceRecords(readDeviceRecords(file), file); !kept)
        return std::unexpected(kept.error());
    auto report = choice->kind->tune(choice->number, seconds, shouldContinue);
    if (!report)
        return report;
    DeviceRecords records = readDeviceRecords(file);
    records.tunings[report->identity] = report->tuning;
    records.speeds.erase(report->identity); // to be measured anew
    if (auto kept = writeDeviceRecords(records, file); !kept)
        return std::unexpected(kept.error());
    return report;
}

} // namespace protomind
