// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/hardware.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace protomind {

namespace {

constexpr std::int64_t kMostBytesOfBuffer = std::int64_t{1} << 32;
constexpr std::int64_t kPageBytes = 4096;
constexpr std::int64_t kLineBytes = 64;
constexpr std::int64_t kBitsOfByte = 8;

/// Drivers end their texts with zeros and spaces.
std::string trimmed(std::string text) {
    text.erase(std::ranges::find(text, '\0'), text.end());
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

Hardware describe(const cl::Platform& platform, const cl::Device& device, std::size_t number) {
    Hardware hardware{.device = device};
    const std::string driver = trimmed(device.getInfo<CL_DRIVER_VERSION>());
    const std::string platformName = trimmed(platform.getInfo<CL_PLATFORM_NAME>());
    const auto units = device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    hardware.description = {.id = fmt::format("opencl:{}", number),
                            .name = trimmed(device.getInfo<CL_DEVICE_NAME>()),
                            .detail = fmt::format("{}, driver {}", platformName, driver),
                            .threads = static_cast<int>(units),
                            .memory = static_cast<std::int64_t>(device.getInfo<CL_DEVICE_GLOBAL_MEM_SIZE>())};
    const std::vector<std::size_t> sizes = device.getInfo<CL_DEVICE_MAX_WORK_ITEM_SIZES>();
    std::size_t items = std::min<std::size_t>(256, device.getInfo<CL_DEVICE_MAX_WORK_GROUP_SIZE>());
    for (std::size_t axis = 0; axis < std::min<std::size_t>(2, sizes.size()); ++axis)
        items = std::min(items, sizes[axis]);
    hardware.limits = {.groupItems = std::max<std::size_t>(1, items),
                       .localBytes = static_cast<std::size_t>(device.getInfo<CL_DEVICE_LOCAL_MEM_SIZE>()),
                       .computeUnits = std::max<std::size_t>(1, units)};
    // A power of two: whole cache lines, and pages are whole ones of it and a gap.
    hardware.alignmentBytes =
        std::clamp(static_cast<std::int64_t>(std::bit_ceil(device.getInfo<CL_DEVICE_MEM_BASE_ADDR_ALIGN>())) /
                       kBitsOfByte,
                   kLineBytes, kPageBytes / 2);
    hardware.mostBytesOfBuffer = usableBytesOfBuffer(
        static_cast<std::int64_t>(device.getInfo<CL_DEVICE_MAX_MEM_ALLOC_SIZE>()), hardware.alignmentBytes);
    hardware.description.graphics = (device.getInfo<CL_DEVICE_TYPE>() & CL_DEVICE_TYPE_GPU) != 0;
    hardware.description.identity =
        fmt::format("{}\n{}\n{}\n{}", platformName, trimmed(platform.getInfo<CL_PLATFORM_VERSION>()),
                    hardware.description.name, driver);
    return hardware;
}

} // namespace

std::int64_t usableBytesOfBuffer(std::int64_t most, std::int64_t alignment) {
    const std::int64_t pages = std::min(most, kMostBytesOfBuffer) / kPageBytes;
    return std::max<std::int64_t>(0, pages * kPageBytes - alignment);
}

std::vector<Hardware> findHardware() {
    std::vector<Hardware> found;
    std::vector<cl::Platform> platforms;
    try {
        cl::Platform::get(&platforms);
    } catch (const cl::Error&) {
        return found; // no driver at all
    }
    for (const cl::Platform& platform : platforms) {
        try {
            std::vector<cl::Device> devices;
            platform.getDevices(CL_DEVICE_TYPE_ALL, &devices);
            for (const cl::Device& device : devices) {
                if (device.getInfo<CL_DEVICE_AVAILABLE>() && device.getInfo<CL_DEVICE_COMPILER_AVAILABLE>())
                    found.push_back(describe(platform, device, found.size()));
            }
        } catch (const cl::Error&) {
            continue;
        }
    }
    return found;
}

} // namespace protomind
