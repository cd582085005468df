// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/devices/device_row.h"

#include "desktop/app/devices/device_words.h"
#include "desktop/app/devices/speed_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr double kSmallType = 0.9;

QLabel* rowLabel(QWidget* parent, const QString& name) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A button that is disabled says why.
void allow(QPushButton& button, bool allowed, const QString& help, const QString& obstacle) {
    button.setEnabled(allowed);
    button.setToolTip(allowed ? help : obstacle);
}

} // namespace

DeviceRow::DeviceRow(const QString& id, QWidget* parent)
    : QFrame(parent)
    , m_id(id)
    , m_title(rowLabel(this, QStringLiteral("deviceTitle")))
    , m_facts(rowLabel(this, QStringLiteral("deviceFacts")))
    , m_driver(rowLabel(this, QStringLiteral("deviceDriver")))
    , m_verdict(rowLabel(this, QStringLiteral("deviceVerdict")))
    , m_bar(new SpeedBar(this))
    , m_speed(rowLabel(this, QStringLiteral("deviceSpeed")))
    , m_use(new QPushButton(this))
    , m_tune(new QPushButton(tr("Tune…"), this)) {
    setObjectName(QStringLiteral("device-") + id);
    setFrameShape(QFrame::StyledPanel);
    QFont large = m_title->font();
    large.setBold(true);
    m_title->setFont(large);
    QFont small = m_driver->font();
    small.setPointSizeF(small.pointSizeF() * kSmallType);
    m_driver->setFont(small);
    m_bar->setObjectName(QStringLiteral("deviceBar"));
    m_use->setObjectName(QStringLiteral("deviceUse"));
    m_tune->setObjectName(QStringLiteral("deviceTune"));
    for (QPushButton* button : {m_use, m_tune})
        button->setAutoDefault(false);

    auto* layout = new QVBoxLayout(this);
    for (QLabel* label : {m_title, m_facts, m_driver, m_verdict})
        layout->addWidget(label);
    layout->addWidget(m_bar);
    auto* below = new QHBoxLayout;
    below->addWidget(m_speed, 1);
    below->addWidget(m_tune);
    below->addWidget(m_use);
    layout->addLayout(below);
    connect(m_use, &QPushButton::clicked, this, [this] { emit useWanted(m_id); });
    connect(m_tune, &QPushButton::clicked, this, [this] { emit tuningWanted(m_id); });
}

void DeviceRow::showDevice(const KnownDevice& device, const Surroundings& surroundings) {
    const QString title = DeviceWords::title(device, surroundings.all);
    m_title->setText(title);
    m_facts->setText(DeviceWords::facts(device));
    m_driver->setText(device.detail);
    m_driver->setVisible(!device.detail.isEmpty());
    m_verdict->setText(DeviceWords::verdict(device));
    const double fastest =
        std::ranges::max(surroundings.all, {}, &KnownDevice::stepsPerSecond).stepsPerSecond;
    const bool measured = device.stepsPerSecond > 0 && fastest > 0;
    m_bar->setVisible(measured);
    m_bar->setShare(measured ? device.stepsPerSecond / fastest : 0);
    m_bar->setAccessibleName(tr("Speed of %1").arg(title));
    m_bar->setAccessibleDescription(DeviceWords::speed(device.stepsPerSecond));
    m_speed->setText(measured ? DeviceWords::speed(device.stepsPerSecond) +
                                    (device.tuned ? QStringLiteral(" · ") + tr("tuned") : QString())
                              : QString());
    m_use->setText(surroundings.inUse ? tr("In use") : tr("Use it"));
    m_use->setAccessibleName(tr("Use %1").arg(title));
    allow(*m_use, !surroundings.inUse && !device.isOff(), tr("This project computes on it from now on."),
          surroundings.inUse ? tr("This project computes on it already.") : device.trouble);
    m_tune->setVisible(device.tunable);
    m_tune->setAccessibleName(tr("Tune %1").arg(title));
    const QString obstacle = device.state == KnownDevice::State::Passed
                                 ? surroundings.tuningObstacle
                                 : tr("Only a device that has passed its test can be tuned.");
    allow(*m_tune, obstacle.isEmpty(), tr("Looks for the fastest way to compute on this device."), obstacle);
}

} // namespace protomind
