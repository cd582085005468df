// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/registry/device_kinds.h"

#include "engine/device/cpu/cpu_device.h"
#include "engine/device/reference/reference_device.h"

#include <array>
#include <charconv>

namespace protomind {

namespace {

using Opened = Result<std::unique_ptr<Device>>;

constexpr std::array kKinds{
    DeviceKind{
        .id = "cpu",
        .list = [] { return std::vector{makeCpuDevice(0)->description()}; },
        .open = [](std::size_t, const DeviceOptions& options) -> Opened {
            return makeCpuDevice(options.threads);
        },
    },
    DeviceKind{
        .id = "opencl",
        .numbered = true,
        .needsDriver = true,
        .list = openClDevices,
        .open = [](std::size_t number, const DeviceOptions& options) -> Opened {
            return makeOpenClDevice(number, options.openCl);
        },
        .tune = tuneProducts,
    },
    DeviceKind{
        .id = "reference", // slow: for checking others
        .open = [](std::size_t, const DeviceOptions&) -> Opened { return makeReferenceDevice(); },
    },
};

} // namespace

std::span<const DeviceKind> deviceKinds() {
    return kKinds;
}

std::optional<DeviceChoice> deviceOfName(std::string_view name) {
    for (const DeviceKind& kind : kKinds) {
        if (name == kind.id)
            return DeviceChoice{&kind, 0};
        if (!kind.numbered || !name.starts_with(kind.id) || name[kind.id.size()] != ':')
            continue;
        const std::string_view digits = name.substr(kind.id.size() + 1);
        DeviceChoice choice{&kind, 0};
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), choice.number);
        if (error == std::errc() && end == digits.data() + digits.size())
            return choice;
    }
    return std::nullopt;
}

} // namespace protomind
