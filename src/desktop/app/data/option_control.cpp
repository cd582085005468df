// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/option_control.h"

#include "desktop/fields/number_spin_box.h"
#include "desktop/words/worded.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {
constexpr int kPositions = 200;
}

OptionControl::OptionControl(const DataOption& option, QWidget* parent, Unit unit)
    : QWidget(parent)
    , m_option(option)
    , m_sliderEnd(option.maximum)
    , m_counts(option.whole)
    , m_scale(unit == Unit::Percent ? 100 : 1)
    , m_grains(unit == Unit::Degrees ? 1 : 100)
    , m_gesture(newGesture()) {
    const QString label = worded(option.label);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setRange(0, kPositions);
    m_slider->setAccessibleName(tr("%1, slider").arg(label));
    if (m_counts) {
        m_box = new RealSpinBox(this);
        m_box->setDecimals(0);
    } else {
        m_box = new NumberSpinBox(m_scale * option.minimum, m_scale * option.maximum, false, this);
    }
    m_box->setObjectName(QStringLiteral("option.") + QString::fromStdString(option.name));
    m_box->setAccessibleName(label);
    m_box->setRange(m_scale * option.minimum, m_scale * option.maximum);
    if (unit == Unit::Percent)
        m_box->setSuffix(QStringLiteral(" %"));
    else if (unit == Unit::Degrees)
        m_box->setSuffix(QStringLiteral("°"));
    if (m_counts)
        m_box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    else
        m_box->setSingleStep(m_scale * std::max(0.01, (option.maximum - option.minimum) / 100));
    m_box->setKeyboardTracking(false);
    setFocusProxy(m_box);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_box);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_gesture = newGesture(); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const double value = valueAt(position);
        const QSignalBlocker quiet(m_box);
        m_box->setValue(m_scale * value);
        if (!m_slider->isSliderDown())
            m_gesture = newGesture();
        emit edited(m_box->value() / m_scale);
    });
    connect(m_box, &RealSpinBox::valueChanged, this, [this](double value) {
        m_gesture = newGesture();
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(positionOf(value / m_scale));
        emit edited(std::clamp(value / m_scale, m_option.minimum, m_option.maximum));
    });
}

void OptionControl::keepBoxNarrow() {
    constexpr int kArrows = 40;
    m_box->setMaximumWidth(m_box->fontMetrics().horizontalAdvance(QStringLiteral("00.00 %")) + kArrows);
}

void OptionControl::setValue(double value) {
    const QSignalBlocker quietBox(m_box);
    const QSignalBlocker quietSlider(m_slider);
    // A file may hold more than can be set; it is shown as it is.
    const double least = m_scale * std::min(m_option.minimum, value);
    const double most = m_scale * std::max(m_option.maximum, value);
    if (m_box->minimum() != least || m_box->maximum() != most)
        m_box->setRange(least, most);
    if (m_box->value() != m_scale * value)
        m_box->setValue(m_scale * value);
    if (!m_slider->isSliderDown())
        m_slider->setValue(positionOf(value));
}

double OptionControl::valueAt(int position) const {
    const double share = static_cast<double>(position) / kPositions;
    if (!m_counts)
        return std::round(m_grains * (m_option.minimum + share * (m_sliderEnd - m_option.minimum))) /
               m_grains;
    // Numbers of samples are chosen in factors: two figures are enough.
    const double low = std::log(std::max(1.0, m_option.minimum));
    const double value = std::exp(low + share * (std::log(std::max(2.0, m_sliderEnd)) - low));
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(value)) - 1));
    return std::clamp(std::round(value / unit) * unit, m_option.minimum, m_sliderEnd);
}

int OptionControl::positionOf(double value) const {
    double share = (value - m_option.minimum) / std::max(1e-9, m_sliderEnd - m_option.minimum);
    if (m_counts) {
        const double low = std::log(std::max(1.0, m_option.minimum));
        share = (std::log(std::max(1.0, value)) - low) / (std::log(std::max(2.0, m_sliderEnd)) - low);
    }
    return static_cast<int>(std::lround(kPositions * std::clamp(share, 0.0, 1.0)));
}

} // namespace protomind
