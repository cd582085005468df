// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/quantity_colours.h"

#include "desktop/style/laboratory_style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

QColor trainingColour() {
    return QColor::fromRgb(0x3f86e0);
}

QColor validationColour() {
    return QColor::fromRgb(0xd4760f);
}

QColor classColour(int index) {
    static constexpr std::array<QRgb, 10> kColours = {0x0072b2, 0xe69f00, 0x65f1ee, 0xd1879b, 0x05b2ff,
                                                      0xb05610, 0xe7ebbb, 0x2d1e69, 0x67635d, 0x4e2600};
    return QColor::fromRgb(kColours[static_cast<std::size_t>(std::max(0, index)) % kColours.size()]);
}

QColor divergingColour(double value, const QColor& ground) {
    const double cut = std::clamp(value, -1.0, 1.0);
    return mixed(ground, QColor::fromRgb(cut < 0 ? 0x2166ac : 0xe08214), std::abs(cut));
}

QColor wrongColour(const QPalette& palette) {
    return QColor::fromRgb(isDark(palette) ? 0xff8a66 : 0xb83a0e);
}

QColor rightColour(const QPalette& palette) {
    return QColor::fromRgb(isDark(palette) ? 0x5fc9a5 : 0x00694d);
}

} // namespace protomind
