// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_words.h"

#include "desktop/words/shown_number.h"

#include <QStringList>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kGiga = 1e9;
/// Fewer steps a second are said with a decimal.
constexpr double kFewSteps = 20;

QString threadsText(int threads) {
    return threads == 1 ? DeviceWords::tr("1 thread") : DeviceWords::tr("%1 threads").arg(threads);
}

QString unitsText(int units) {
    return units == 1 ? DeviceWords::tr("1 compute unit") : DeviceWords::tr("%1 compute units").arg(units);
}

} // namespace

QString DeviceWords::title(const KnownDevice& device, const std::vector<KnownDevice>& all) {
    if (device.isProcessor())
        return tr("Processor");
    int number = 0;
    int ofName = 0;
    for (const KnownDevice& other : all) {
        if (other.isProcessor() || other.name != device.name)
            continue;
        ++ofName;
        if (other.id == device.id)
            number = ofName;
    }
    return ofName > 1 ? tr("%1 (%2)").arg(device.name).arg(number) : device.name;
}

QString DeviceWords::facts(const KnownDevice& device) {
    QStringList facts;
    if (device.isProcessor()) {
        facts << device.name << threadsText(device.threads);
    } else {
        facts << (device.graphics ? tr("Graphics card") : tr("Not a graphics card, but computes like one"))
              << unitsText(device.threads);
    }
    if (device.memory > 0)
        facts << tr("%1 GB of memory").arg(shownNumber(double(device.memory) / kGiga, 'f', 1));
    return facts.join(QStringLiteral(" · "));
}

QString DeviceWords::verdict(const KnownDevice& device) {
    switch (device.state) {
    case KnownDevice::State::Untested:
        return tr("Not tested yet.");
    case KnownDevice::State::Waiting:
        return tr("Waits for its test…");
    case KnownDevice::State::Testing:
        return tr("Is being tested… The first time this may take a few minutes.");
    case KnownDevice::State::Passed:
        return QStringLiteral("✓ ") + tr("Computes a small network as it should.");
    case KnownDevice::State::Failed:
        return QStringLiteral("✗ ") + device.trouble +
               (device.isOff() ? QLatin1Char(' ') + tr("So it is switched off.") : QString());
    }
    return {};
}

QString DeviceWords::speed(double stepsPerSecond) {
    if (stepsPerSecond < kFewSteps)
        return tr("%1 training steps a second").arg(shownNumber(stepsPerSecond, 'f', 1));
    return tr("%1 training steps a second").arg(shownCount(qRound64(stepsPerSecond)));
}

QString DeviceWords::unknownTitle(const QString& device) {
    if (device == QLatin1String("reference"))
        return tr("Plain loops (slow, to check others by)");
    return device.startsWith(QLatin1String("opencl")) ? tr("Graphics card “%1”").arg(device)
                                                      : tr("Device “%1”").arg(device);
}

} // namespace protomind
