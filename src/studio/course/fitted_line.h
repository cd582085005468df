// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace protomind {

/// y = m x + b.
struct StraightLine {
    double m = 0;
    double b = 0;
};

/// The one Dense layer of a network that is a straight line: a single neuron without an activation over one
/// number. Null for all other networks.
[[nodiscard]] const Layer* lineLayer(const Network& network);
/// Whether such a layer has a b to learn; else it is 0.
[[nodiscard]] bool hasIntercept(const Layer& layer);

/// The line that its weights stand for; none where they are not there.
[[nodiscard]] std::optional<StraightLine>
presentLine(const Layer& layer, const std::map<std::string, std::vector<float>>& weights);

/// The mean squared error over points x, y; none where there are no points.
[[nodiscard]] std::optional<double> meanSquaredError(StraightLine line,
                                                     std::span<const std::array<float, 2>> points);

/// The line of least squares, flat where all points have the same x; through 0 where it has no intercept.
[[nodiscard]] StraightLine leastSquares(std::span<const std::array<float, 2>> points, bool intercept = true);

/// A float as the number that its shortest text says: 0.1 and not 0.100000001, so that what a person set
/// equals what a lesson asks for.
[[nodiscard]] double asWritten(float value);

} // namespace protomind
