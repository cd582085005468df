// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_catalogue.h"

#include "desktop/words/worded.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

constexpr double kMostSteps = 1e9; ///< a second; more is nonsense
constexpr QLatin1StringView kAll("auto");

QString listingTrouble(DeviceProgram::End end) {
    switch (end) {
    case DeviceProgram::End::Done:
        return {};
    case DeviceProgram::End::Late:
        return DeviceCatalogue::tr(
            "The driver of a graphics card does not answer, so graphics cards can't be used now. Restarting "
            "the computer or installing the driver anew may help.");
    case DeviceProgram::End::Died:
        return DeviceCatalogue::tr(
            "The driver of a graphics card crashed when it was asked, so graphics cards can't be used now. "
            "Installing another version of the driver may help.");
    case DeviceProgram::End::Nonsense:
        return DeviceCatalogue::tr(
            "The list of devices could not be understood, so graphics cards can't be used now.");
    case DeviceProgram::End::Missing:
        return DeviceCatalogue::tr("The part of Protomind that looks for graphics cards could not be "
                                   "started, so they can't be used now. Installing Protomind anew may help.");
    }
    return {};
}

QString testTrouble(DeviceProgram::End end) {
    switch (end) {
    case DeviceProgram::End::Late:
        return DeviceCatalogue::tr("It did not finish its test in time: its driver hangs.");
    case DeviceProgram::End::Done:
    case DeviceProgram::End::Nonsense:
        return DeviceCatalogue::tr("What its test gave could not be understood.");
    case DeviceProgram::End::Died:
        return DeviceCatalogue::tr("Its driver crashed during the test.");
    case DeviceProgram::End::Missing:
        return DeviceCatalogue::tr("Its test could not be started.");
    }
    return {};
}

} // namespace

DeviceCatalogue::DeviceCatalogue(QString program, QObject* parent, DeviceLimits limits)
    : QObject(parent)
    , m_program(std::move(program))
    , m_limits(limits) {}

DeviceCatalogue::~DeviceCatalogue() = default;

const KnownDevice* DeviceCatalogue::find(const QString& device) const {
    const auto found = std::ranges::find(m_devices, knownIdOf(device), &KnownDevice::id);
    return found == m_devices.end() ? nullptr : &*found;
}

KnownDevice* DeviceCatalogue::known(const QString& device) {
    return const_cast<KnownDevice*>(std::as_const(*this).find(device));
}

// What is asked for --------------------------------------------------------------------------------------

void DeviceCatalogue::list() {
    if (m_listing != Listing::NotAsked)
        return;
    m_listing = Listing::Asking;
    m_jobs.push_back({.kind = Job::Kind::List, .device = {}});
    begin();
}

void DeviceCatalogue::test(const QString& device) {
    m_wanted << device;
    list();
    if (m_listing == Listing::Known || m_listing == Listing::Failed)
        askWanted();
}

void DeviceCatalogue::testAgain(const QString& device) {
    if (KnownDevice* one = known(device); one != nullptr && one->state != KnownDevice::State::Waiting) {
        queueTest(*one);
        begin();
    }
}

void DeviceCatalogue::testAllAgain() {
    if (isBusy())
        return;
    m_listing = Listing::NotAsked;
    m_trouble.clear();
    test(QString(kAll));
}

void DeviceCatalogue::askWanted() {
    const QStringList wanted = std::exchange(m_wanted, {});
    for (KnownDevice& device : m_devices) {
        const bool asked = std::ranges::any_of(
            wanted, [&](const QString& name) { return name == kAll || knownIdOf(name) == device.id; });
        if (asked && !device.isAsked())
            queueTest(device);
    }
    begin();
}

void DeviceCatalogue::queueTest(KnownDevice& device) {
    device.state = KnownDevice::State::Waiting;
    device.trouble.clear();
    m_jobs.push_back({.kind = Job::Kind::Test, .device = device.id});
}

// What is done -------------------------------------------------------------------------------------------

void DeviceCatalogue::begin() {
    if (m_running == nullptr && !m_jobs.empty()) {
        m_job = m_jobs.front();
        m_jobs.pop_front();
        m_judged = false;
        m_listed.clear();
        m_running = new DeviceProgram(this);
        connect(m_running, &DeviceProgram::told, this, &DeviceCatalogue::follow);
        connect(m_running, &DeviceProgram::ended, this, &DeviceCatalogue::finish);
        if (m_job.kind == Job::Kind::List) {
            m_running->start(m_program, {QStringLiteral("--list")}, m_limits.listing);
        } else {
            known(m_job.device)->state = KnownDevice::State::Testing;
            m_running->start(m_program, {QStringLiteral("--device"), m_job.device}, m_limits.testing);
        }
    }
    emit changed();
}

void DeviceCatalogue::follow(const QJsonObject& event) {
    const QString name = event.value(QLatin1String("event")).toString();
    const std::optional<KnownDevice> told = knownDeviceOf(event);
    if (!told)
        return;
    KnownDevice* device = known(told->id);
    if (m_job.kind == Job::Kind::List && name == QLatin1String("found")) {
        m_listed << told->id;
        if (device == nullptr)
            m_devices.push_back(*told);
        else
            *device = *told;
        emit changed();
    } else if (m_job.kind == Job::Kind::Test && name == QLatin1String("device") && told->id == m_job.device &&
               device != nullptr) {
        const QJsonValue passed = event.value(QLatin1String("passed"));
        const double steps = event.value(QLatin1String("steps_per_second")).toDouble(-1);
        m_judged = passed.isBool() && (!passed.toBool() || (steps > 0 && steps < kMostSteps));
        if (!m_judged)
            return;
        device->stepsPerSecond = passed.toBool() ? steps : 0;
        device->tuned = event.value(QLatin1String("tuned")).toBool();
        device->trouble =
            passed.toBool() ? QString() : worded(event.value(QLatin1String("sentence")).toString());
        device->state = passed.toBool() ? KnownDevice::State::Passed : KnownDevice::State::Failed;
        if (!passed.toBool() && device->trouble.isEmpty())
            device->trouble = tr("It did not compute what it should.");
    }
}

void DeviceCatalogue::finish(DeviceProgram::End end) {
    std::exchange(m_running, nullptr)->deleteLater();
    if (m_job.kind == Job::Kind::List)
        finishListing(end);
    else
        finishTest(end);
    begin();
}

void DeviceCatalogue::finishListing(DeviceProgram::End end) {
    std::erase_if(m_devices, [this](const KnownDevice& device) { return !m_listed.contains(device.id); });
    // A processor is in every machine, and Protomind computes on it by itself.
    if (known(QStringLiteral("cpu")) == nullptr) {
        if (end == DeviceProgram::End::Done)
            end = DeviceProgram::End::Nonsense;
        m_devices.insert(m_devices.begin(),
                         KnownDevice{.id = QStringLiteral("cpu"), .name = tr("Processor")});
    }
    m_trouble = listingTrouble(end);
    m_listing = end == DeviceProgram::End::Done ? Listing::Known : Listing::Failed;
    askWanted();
}

void DeviceCatalogue::finishTest(DeviceProgram::End end) {
    KnownDevice* device = known(m_job.device);
    if (device == nullptr || (m_judged && end == DeviceProgram::End::Done))
        return;
    device->state = KnownDevice::State::Failed;
    device->stepsPerSecond = 0;
    device->trouble = testTrouble(end);
}

} // namespace protomind
