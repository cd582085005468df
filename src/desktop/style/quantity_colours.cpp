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
    static constexpr std::array<QRgb, 10> kColours = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9,
                                                      0xd55e00, 0xb8a800, 0x8c6bb1, 0x7f7f7f, 0x8c510a};
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
