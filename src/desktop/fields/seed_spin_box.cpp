// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/seed_spin_box.h"

#include <QSpinBox>

namespace protomind {

namespace {

constexpr int kLargestThatIsChosen = 999'999;

} // namespace

SeedSpinBox::SeedSpinBox(QWidget* parent)
    : RealSpinBox(parent) {
    setDecimals(0);
}

QSize SeedSpinBox::sizeHint() const {
    // The base class would make room for every digit of the range.
    QSpinBox box;
    box.setFont(font());
    box.setMaximum(kLargestThatIsChosen);
    return box.sizeHint();
}

} // namespace protomind
