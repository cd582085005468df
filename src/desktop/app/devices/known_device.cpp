// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/known_device.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr qsizetype kLongestName = 120;
constexpr double kMostMemory = 0x1p60;
constexpr int kMostThreads = 1 << 20;

QString textOf(const QJsonObject& event, const char* member) {
    return event.value(QLatin1String(member)).toString().simplified().left(kLongestName);
}

} // namespace

std::optional<KnownDevice> knownDeviceOf(const QJsonObject& event) {
    KnownDevice device{
        .id = textOf(event, "id"), .name = textOf(event, "name"), .detail = textOf(event, "detail")};
    if (device.id.isEmpty() || device.id == QLatin1String("auto"))
        return std::nullopt;
    if (device.name.isEmpty())
        device.name = device.id;
    device.threads = std::clamp(event.value(QLatin1String("threads")).toInt(1), 1, kMostThreads);
    const double memory = event.value(QLatin1String("memory")).toDouble();
    device.memory = memory > 0 && memory < kMostMemory ? static_cast<qint64>(memory) : 0;
    device.graphics = event.value(QLatin1String("graphics")).toBool();
    device.tunable = event.value(QLatin1String("tunable")).toBool();
    return device;
}

QString knownIdOf(const QString& device) {
    return device == QLatin1String("opencl") ? QStringLiteral("opencl:0") : device;
}

} // namespace protomind
