// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/line_fit/line_loss.h"

#include <cmath>
#include <random>
#include <vector>

namespace protomind {

/// Points about y = 0.7 x + 0.2, always the same.
inline std::vector<FitPoint> splatter(int count, unsigned seed = 7, double noise = 0.2) {
    std::mt19937 random(seed);
    const auto uniform = [&random] { return random() / 4294967296.0 * 2 - 1; };
    std::vector<FitPoint> points;
    for (int i = 0; i < count; ++i) {
        const double x = uniform();
        points.push_back({x, 0.7 * x + 0.2 + noise * uniform()});
    }
    return points;
}

/// The loss as it is defined.
inline double meanSquaredError(const std::vector<FitPoint>& points, LineWeights weights) {
    double sum = 0;
    for (const FitPoint& point : points)
        sum += std::pow(weights.at(point.x) - point.y, 2);
    return sum / static_cast<double>(points.size());
}

} // namespace protomind
