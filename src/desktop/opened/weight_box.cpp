// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/weight_box.h"

#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kSliderSteps = 500; ///< to each side

/// "kernel" of "kernel[1, 2, 0, 5]".
QString variableOf(const LensFactor& weight) {
    return QString::fromStdString(weight.name.text()).section(QLatin1Char('['), 0, 0);
}

} // namespace

WeightBox::WeightBox(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_value(new QLineEdit(this))
    , m_slider(new QSlider(Qt::Horizontal, this)) {
    auto* const across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_name);
    across->addWidget(m_value);
    across->addWidget(m_slider, 1);
    m_value->setMaximumWidth(m_value->fontMetrics().horizontalAdvance(QStringLiteral("-0.000000000")) + 16);
    m_value->setAccessibleName(tr("The weight"));
    m_value->setToolTip(tr("Type a number and press Enter. Undo takes it back."));
    m_slider->setRange(-kSliderSteps, kSliderSteps);
    m_slider->setAccessibleName(tr("The weight, to be dragged"));
    connect(m_value, &QLineEdit::returnPressed, this, &WeightBox::accept);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_drag = ++m_drags; });
    connect(m_slider, &QSlider::valueChanged, this, &WeightBox::drag);
    hide();
}

void WeightBox::edit(const LensFactor& weight) {
    m_weight = weight;
    m_reach = std::max(1.0, 2 * std::abs(weight.value));
    m_drag = ++m_drags;
    m_name->setText(worded(weight.name));
    m_value->setText(shownNumber(weight.value));
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::lround(weight.value / m_reach * kSliderSteps)));
    show();
    m_value->setFocus();
    m_value->selectAll();
}

void WeightBox::refresh(const LensFactor& weight) {
    if (!isVisible() || weight.place != m_weight.place || weight.name != m_weight.name)
        return;
    m_weight.value = weight.value;
    if (!m_value->isModified()) // what is being typed stays
        m_value->setText(shownNumber(weight.value));
    if (m_slider->isSliderDown() || m_slider->hasFocus())
        return;
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(static_cast<int>(std::lround(weight.value / m_reach * kSliderSteps)));
}

void WeightBox::leave() {
    hide();
}

void WeightBox::accept() {
    const auto value = typedNumber(m_value->text());
    if (!value) {
        m_value->setText(shownNumber(m_weight.value));
        m_value->selectAll();
        return;
    }
    m_value->setModified(false);
    change(*value, 0);
}

void WeightBox::drag(int position) {
    const double value = m_reach * position / kSliderSteps;
    m_value->setText(shownNumber(value, 'g', 4));
    change(value, m_drag);
}

void WeightBox::change(double value, int drag) {
    const double before = m_weight.value;
    if (static_cast<float>(value) == static_cast<float>(before))
        return;
    m_weight.value = value;
    emit changed(variableOf(m_weight), m_weight.place.index, before, value, drag);
}

void WeightBox::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

} // namespace protomind
