// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/speed_control.h"

#include "desktop/words/shown_number.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <array>
#include <cmath>

namespace protomind {

namespace {

/// Steps a second at the slider's places; the last is full speed.
constexpr std::array<double, 8> kSpeeds = {1, 3, 10, 30, 100, 300, 1000, 0};
constexpr int kFull = static_cast<int>(kSpeeds.size()) - 1;

QString wantedSpeedText(double stepsPerSecond) {
    if (stepsPerSecond <= 0)
        return SpeedControl::tr("full");
    return stepsPerSecond == 1 ? SpeedControl::tr("1 step/s")
                               : SpeedControl::tr("%1 steps/s").arg(shownNumber(stepsPerSecond, 'g', 4));
}

} // namespace

SpeedControl::SpeedControl(QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_text(new QLabel(this)) {
    auto* title = new QLabel(tr("Spee&d"), this);
    title->setBuddy(m_slider);
    m_slider->setObjectName(QStringLiteral("speedSlider"));
    m_slider->setRange(0, kFull);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(1);
    m_slider->setFixedWidth(96);
    m_slider->setAccessibleName(tr("Speed of training"));
    const QString help =
        tr("How fast it trains: slow lets you watch every step, full learns as fast as this machine can");
    m_slider->setToolTip(help);
    m_text->setToolTip(help);
    m_text->setObjectName(QStringLiteral("speedText"));
    double widest = 0;
    for (const double speed : kSpeeds)
        widest = std::max(
            widest, static_cast<double>(m_text->fontMetrics().horizontalAdvance(wantedSpeedText(speed))));
    m_text->setMinimumWidth(static_cast<int>(widest) + 2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(m_slider);
    layout->addWidget(m_text);
    m_slider->setValue(kFull);
    showSpeed();
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showSpeed();
        emit speedChosen(speed());
    });
}

double SpeedControl::speed() const {
    return kSpeeds[static_cast<std::size_t>(m_slider->value())];
}

void SpeedControl::setSpeed(double stepsPerSecond) {
    int nearest = kFull;
    if (stepsPerSecond > 0) {
        const auto distance = [&](int place) {
            return std::abs(std::log(kSpeeds[static_cast<std::size_t>(place)] / stepsPerSecond));
        };
        nearest = 0;
        for (int place = 1; place < kFull; ++place)
            if (distance(place) < distance(nearest))
                nearest = place;
    }
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(nearest);
    showSpeed();
}

void SpeedControl::slower() {
    m_slider->setValue(m_slider->value() - 1);
}

void SpeedControl::faster() {
    m_slider->setValue(m_slider->value() + 1);
}

void SpeedControl::showSpeed() {
    m_text->setText(wantedSpeedText(speed()));
    m_slider->setAccessibleDescription(m_text->text());
}

} // namespace protomind
