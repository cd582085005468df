// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/scale_ticks.h"

#include <algorithm>
#include <cmath>

namespace protomind {

double niceStep(double range, int atMost) {
    if (!(range > 0) || !std::isfinite(range))
        return 1;
    const double wanted = range / std::max(1, atMost);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= wanted * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

std::vector<double> logarithmicTicks(double low, double high, int atMost) {
    if (!(low > 0) || !(high >= low) || !std::isfinite(high))
        return {};
    const int firstPower = static_cast<int>(std::floor(std::log10(low)));
    const int lastPower = static_cast<int>(std::ceil(std::log10(high)));
    const auto inside = [&](double value) { return value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9); };
    std::vector<double> ticks;
    for (int power = firstPower; power <= lastPower; ++power)
        for (const double factor : {1.0, 2.0, 5.0})
            if (const double value = factor * std::pow(10.0, power); inside(value))
                ticks.push_back(value);
    if (static_cast<int>(ticks.size()) <= atMost)
        return ticks;
    ticks.clear();
    const int stride = std::max(1, (lastPower - firstPower + atMost - 1) / std::max(1, atMost));
    for (int power = firstPower; power <= lastPower; power += stride)
        if (const double value = std::pow(10.0, power); inside(value))
            ticks.push_back(value);
    return ticks;
}

} // namespace protomind
