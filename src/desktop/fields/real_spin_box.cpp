// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/real_spin_box.h"

#include "desktop/fields/typed_text.h"
#include "desktop/fields/typing_guard.h"
#include "desktop/words/shown_number.h"

namespace protomind {

RealSpinBox::RealSpinBox(QWidget* parent)
    : QDoubleSpinBox(parent)
    , m_guard(new TypingGuard(*this, {.complaint = [this](const QString& text) { return complaint(text); },
                                      .value = [this] { return value(); },
                                      .setValue = [this](double value) { setValue(value); }})) {}

RealSpinBox::~RealSpinBox() {
    delete m_guard; // The base class gives up the focus, and there is nothing to guard any more.
}

bool RealSpinBox::refuseTyped() {
    return m_guard->refuse();
}

void RealSpinBox::stepBy(int steps) {
    if (!refuseTyped())
        QDoubleSpinBox::stepBy(steps);
}

QString RealSpinBox::textFromValue(double value) const {
    return shownNumber(value, 'f', decimals());
}

double RealSpinBox::valueFromText(const QString& text) const {
    return typedNumber(numberPart(text, prefix(), suffix())).value_or(value());
}

QString RealSpinBox::complaint(const QString& text) const {
    return complaintAbout(numberPart(text, prefix(), suffix()), minimum(), maximum(), decimals() == 0);
}

QValidator::State RealSpinBox::validate(QString& input, int&) const {
    // Nothing is swallowed while it is typed: "1;5" must not become 15.
    return complaint(input).isEmpty() ? QValidator::Acceptable : QValidator::Intermediate;
}

} // namespace protomind
