// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/whole_spin_box.h"

#include "desktop/fields/typed_text.h"
#include "desktop/fields/typing_guard.h"
#include "desktop/words/shown_number.h"

#include <cmath>

namespace protomind {

WholeSpinBox::WholeSpinBox(QWidget* parent)
    : QSpinBox(parent)
    , m_guard(new TypingGuard(*this,
                              {.complaint = [this](const QString& text) { return complaint(text); },
                               .value = [this] { return double(value()); },
                               .setValue = [this](double value) { setValue(static_cast<int>(value)); }})) {}

WholeSpinBox::~WholeSpinBox() {
    delete m_guard; // The base class gives up the focus, and there is nothing to guard any more.
}

void WholeSpinBox::stepBy(int steps) {
    if (!m_guard->refuse())
        QSpinBox::stepBy(steps);
}

QString WholeSpinBox::textFromValue(int value) const {
    return isGroupSeparatorShown() ? shownCount(value) : QString::number(value);
}

int WholeSpinBox::valueFromText(const QString& text) const {
    return complaint(text).isEmpty()
               ? static_cast<int>(std::lround(*typedNumber(numberPart(text, prefix(), suffix()))))
               : value();
}

QString WholeSpinBox::complaint(const QString& text) const {
    return complaintAbout(numberPart(text, prefix(), suffix()), minimum(), maximum(), true);
}

QValidator::State WholeSpinBox::validate(QString& input, int&) const {
    return complaint(input).isEmpty() ? QValidator::Acceptable : QValidator::Intermediate;
}

} // namespace protomind
