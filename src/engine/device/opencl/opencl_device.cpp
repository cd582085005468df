// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_device.h"

#include "engine/device/opencl/kept_ways.h"
#include "engine/device/opencl/measure_way.h"
#include "engine/device/opencl/opencl_error.h"
#include "engine/device/opencl/queue_device.h"
#include "engine/device/opencl/tune/override.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

std::vector<DeviceDescription> openClDevices() {
    std::vector<DeviceDescription> devices;
    for (const Hardware& hardware : findHardware())
        devices.push_back(hardware.description);
    return devices;
}

Result<std::unique_ptr<Device>> makeOpenClDevice(std::size_t number, const OpenClOptions& options) {
    std::vector<Hardware> all = findHardware();
    if (number >= all.size())
        return fail(
            ProblemKind::Device,
            all.empty() ? "There is no OpenCL device on this machine."
                        : sentence("OpenCL devices on this machine, numbered from 0: {}.", all.size()),
            fmt::format("opencl:{}", number), "Use the CPU, or install the driver of your graphics card.");
    const std::string name = all[number].description.name;
    std::string conditions = all[number].description.identity;
    replaceWrongParameters(all[number].device);
    // What does not suit this version of the library is as good as not there.
    if (const auto tuned = options.tunings.find(all[number].description.identity);
        tuned != options.tunings.end()) {
        overrideParameters(all[number].device, tuned->second);
        conditions += fmt::format("\n{}", tuned->second);
    }
    try {
        const auto queue =
            std::make_shared<OpenClQueue>(std::move(all[number]), ProgramCache(options.cacheFolder));
        if (!options.measureConvolutions)
            return makeQueueDevice(queue);
        const auto ways = std::make_shared<KeptWays>(
            ProgramCache(options.cacheFolder), conditions, queue->hardware().limits,
            [queue](ConvolutionWay way, const Kernel& kernel) { return secondsOfWay(*queue, way, kernel); });
        return makeQueueDevice(queue, [ways](const Kernel& kernel) { return ways->of(kernel); });
    } catch (const cl::Error& error) {
        return std::unexpected(problemOf(error, name));
    }
}

} // namespace protomind
