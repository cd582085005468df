// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/viridis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

constexpr std::array<QRgb, 10> kAnchors = {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e,
                                           0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725};
constexpr int kSteps = 512;

std::array<QRgb, kSteps> makeTable() {
    std::array<QRgb, kSteps> table{};
    for (int step = 0; step < kSteps; ++step) {
        const double place = step * (kAnchors.size() - 1.0) / (kSteps - 1.0);
        const auto below = std::min(static_cast<std::size_t>(place), kAnchors.size() - 2);
        const double share = place - static_cast<double>(below);
        const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
        const QRgb a = kAnchors[below];
        const QRgb b = kAnchors[below + 1];
        table[static_cast<std::size_t>(step)] =
            qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
    }
    return table;
}

} // namespace

QRgb viridis(double share) {
    static const std::array<QRgb, kSteps> kTable = makeTable();
    if (std::isnan(share))
        return qRgb(128, 128, 128);
    return kTable[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * (kSteps - 1) + 0.5)];
}

} // namespace protomind
