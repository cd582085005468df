// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/arithmetic.h"

#include <map>
#include <optional>

namespace protomind {

/// How a number changes with those that it is worked out of: its partial derivatives, by where they stand
/// (Input, Batch, Variable; steps and inner numbers are gone through). Numbers that it does not change with
/// may be missing.
using ArithmeticGradient = std::map<NumberPlace, double>;

/// Numbers on the way that are gone through at most.
inline constexpr std::size_t kMostNumbersOnTheWay = 20'000;

/// By reverse accumulation through the steps of the number (Griewank and Walther, "Evaluating Derivatives",
/// 2nd ed. 2008, section 3.2). wanted: of the output, or an inner number. A function that has a corner has
/// the slope to its left there, a maximum that of the first of equal terms. None where more numbers than
/// kMostNumbersOnTheWay stand on the way.
[[nodiscard]] std::optional<ArithmeticGradient>
gradientOf(const LayerArithmetic& layer, const ArithmeticSource& source, const NumberPlace& wanted);

/// The same of a number whose steps are given: of the layer, or the beginning of one of its numbers.
[[nodiscard]] std::optional<ArithmeticGradient>
gradientOf(const LayerArithmetic& layer, const ArithmeticSource& source, const Arithmetic& number);

/// Of a single step with respect to each of its terms.
[[nodiscard]] std::vector<double> termSlopes(const ArithmeticStep& step);

} // namespace protomind
