// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/number_spin_box.h"

#include "desktop/words/shown_number.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

constexpr int kDecimals = 15; ///< kept exactly; textFromValue() shows fewer
constexpr int kShownDigits = 6;

/// The next of 1, 2, 5, 10, 20, ... above or below.
double nextRound(double value, bool up) {
    constexpr std::array<double, 5> kRounds{1, 2, 5, 10, 20};
    const double magnitude = std::pow(10, std::floor(std::log10(value) + 1e-9));
    const double mantissa = value / magnitude;
    if (up) {
        for (const double round : kRounds) {
            if (round > mantissa * (1 + 1e-9))
                return round * magnitude;
        }
    }
    constexpr std::array<double, 4> kBelow{5, 2, 1, 0.5};
    for (const double round : kBelow) {
        if (round < mantissa * (1 - 1e-9))
            return round * magnitude;
    }
    return value;
}

/// A step that changes the second digit or so: 0.05 for a number from 0 to 1.
double stepFor(double minimum, double maximum) {
    const double range = maximum - minimum;
    return range > 0 ? std::pow(10, std::floor(std::log10(range) + 1e-9)) / 20 : 0.1;
}

} // namespace

NumberSpinBox::NumberSpinBox(double minimum, double maximum, bool logarithmic, QWidget* parent)
    : RealSpinBox(parent)
    , m_logarithmic(logarithmic) {
    setDecimals(kDecimals);
    setRange(minimum, maximum);
    setSingleStep(std::min(stepFor(minimum, maximum), 1.0));
}

void NumberSpinBox::stepBy(int steps) {
    if (!m_logarithmic) {
        RealSpinBox::stepBy(steps);
        return;
    }
    if (refuseTyped())
        return;
    // Zero has no factor: up from there begins a little above.
    constexpr double kSmallest = 1e-6;
    double next = value();
    for (int i = 0; i < std::abs(steps); ++i) {
        if (next < kSmallest * (1 + 1e-9))
            next = steps > 0 ? (next <= 0 ? kSmallest : nextRound(next, true)) : minimum();
        else
            next = nextRound(next, steps > 0);
    }
    setValue(std::clamp(next, minimum(), maximum()));
    selectAll();
}

QString NumberSpinBox::textFromValue(double value) const {
    return shownNumber(value, 'g', kShownDigits);
}

QSize NumberSpinBox::sizeHint() const {
    // The base class would make room for every decimal.
    QSize size = RealSpinBox::minimumSizeHint();
    size.setWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.000001")) + 48);
    return size;
}

} // namespace protomind
