// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/document_device.h"

#include "desktop/app/devices/device_catalogue.h"
#include "desktop/app/devices/device_words.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "studio/network/training_fit.h"
#include "studio/session/devices.h"

#include <utility>

namespace protomind {

DocumentDevice::DocumentDevice(Document& document, RunController& run, DeviceCatalogue& catalogue,
                               QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
    , m_catalogue(catalogue)
    , m_memory(usableMemory()) {
    connect(&m_document, &Document::changed, this, [this](const ChangeEvent& event) {
        if (std::holds_alternative<TrainingChanged>(event) || std::holds_alternative<DocumentReplaced>(event))
            follow();
    });
    connect(&m_catalogue, &DeviceCatalogue::changed, this, &DocumentDevice::tell);
    follow();
}

bool DocumentDevice::isMissing(const DeviceCatalogue& catalogue, const QString& device) {
    const bool listed = catalogue.listing() == DeviceCatalogue::Listing::Known ||
                        catalogue.listing() == DeviceCatalogue::Listing::Failed;
    return listed && device != QLatin1String("auto") && needsDriver(device.toStdString()) &&
           catalogue.find(device) == nullptr;
}

void DocumentDevice::follow() {
    ask();
    tell();
}

/// Also for "auto": what is measured here is known by the time it has to choose.
void DocumentDevice::ask() {
    const QString device = QString::fromStdString(m_document.experiment().device);
    if (!needsDriver(m_document.experiment().device))
        return;
    m_catalogue.list();
    if (!m_run.isTraining())
        m_catalogue.test(device);
}

void DocumentDevice::tell() {
    const KnownDevice* device = m_catalogue.find(QString::fromStdString(m_document.experiment().device));
    const bool own = device != nullptr && !device->isProcessor() && device->memory > 0;
    const qint64 memory = own ? usableMemory(device->memory) : usableMemory();
    if (std::exchange(m_memory, memory) != memory)
        m_document.setMemory(memory);
    const QString obstacle = this->obstacle();
    if (std::exchange(m_told, obstacle) != obstacle)
        m_document.setDeviceObstacle(obstacle.toStdString());
}

QString DocumentDevice::obstacle() const {
    const QString chosen = QString::fromStdString(m_document.experiment().device);
    if (isMissing(m_catalogue, chosen)) {
        if (!m_catalogue.trouble().isEmpty())
            return m_catalogue.trouble();
        return tr("This project computes on a device that this machine does not have (%1). Choose another "
                  "one "
                  "in the Training tab: the processor is always there.")
            .arg(chosen);
    }
    const KnownDevice* device = m_catalogue.find(chosen);
    if (device == nullptr || !device->isOff())
        return {};
    return tr("%1 is switched off. %2 Choose another device in the Training tab.")
        .arg(DeviceWords::title(*device, m_catalogue.devices()), device->trouble);
}

} // namespace protomind
