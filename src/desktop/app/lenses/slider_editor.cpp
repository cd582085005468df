// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/slider_editor.h"

#include "desktop/words/worded.h"

#include <QLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kSliderPositions = 200;
/// The slider's end, where the field has none that is near.
constexpr double kSliderReach = 1;

/// Whether equal ways on the slider are equal factors, from the field's least value to its largest. Else it
/// begins at 0, where it is the finest.
bool goesByFactors(const Field& field) {
    return field.logarithmic && field.minimum > 0;
}

double valueOfSlider(const Field& field, int position) {
    const double share = static_cast<double>(position) / kSliderPositions;
    if (goesByFactors(field)) {
        constexpr double kDecimals = 100;
        return std::round(kDecimals * field.minimum * std::pow(field.maximum / field.minimum, share)) /
               kDecimals;
    }
    // Three decimals are as fine as it gets.
    return std::round(1000 * kSliderReach * share * share) / 1000;
}

int sliderOfValue(const Field& field, double value) {
    const double share = goesByFactors(field)
                             ? std::log(std::clamp(value, field.minimum, field.maximum) / field.minimum) /
                                   std::log(field.maximum / field.minimum)
                             : std::sqrt(std::clamp(value / kSliderReach, 0.0, 1.0));
    return static_cast<int>(std::lround(kSliderPositions * share));
}

} // namespace

SliderEditor::SliderEditor(const Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_number(makeFieldEditor(field, this)) {
    m_slider->setRange(0, kSliderPositions);
    m_slider->setToolTip(worded(field.help));
    m_slider->setAccessibleName(tr("%1, slider").arg(worded(field.label)));
    layout()->addWidget(m_slider);
    layout()->addWidget(m_number);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const FieldValue value =
            std::clamp(valueOfSlider(this->field(), position), this->field().minimum, this->field().maximum);
        m_number->setValue(value);
        emit edited(value);
    });
    connect(m_number, &FieldEditor::edited, this, [this](const FieldValue& value) {
        showOnSlider(value);
        emit edited(value);
    });
}

void SliderEditor::setValue(const FieldValue& value) {
    m_number->setValue(value);
    showOnSlider(value);
}

void SliderEditor::showOnSlider(const FieldValue& value) {
    const QSignalBlocker quiet(m_slider);
    if (const auto* number = std::get_if<double>(&value))
        m_slider->setValue(sliderOfValue(field(), *number));
}

} // namespace protomind
