// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace protomind {

/// A point that a line is fitted to.
struct FitPoint {
    double x = 0;
    double y = 0;
    bool operator==(const FitPoint&) const = default;
};

/// The two parameters of the line y = m x + b.
struct LineWeights {
    double m = 0;
    double b = 0;
    bool operator==(const LineWeights&) const = default;

    [[nodiscard]] double at(double x) const { return m * x + b; }
    [[nodiscard]] bool isFinite() const;
};

/// The mean squared error of a line over some points, as a function of m and b. It is a bowl - or a valley,
/// where all points have the same x - known by five numbers, so that a question costs the same however many
/// points there are:
///     L(m, b) = (b + m mean(x) - mean(y))^2 + var(x) (m - slope)^2 + lowest
class LineLoss {
public:
    /// Of no points at all: zero everywhere.
    LineLoss() = default;
    explicit LineLoss(std::span<const FitPoint> points);

    [[nodiscard]] double at(LineWeights weights) const;
    /// dL/dm and dL/db.
    [[nodiscard]] LineWeights gradient(LineWeights weights) const;
    /// The loss of the best line.
    [[nodiscard]] double lowest() const { return m_lowest; }
    /// Whether one line is better than all others.
    [[nodiscard]] bool hasOneOptimum() const { return m_xVariance > 0; }
    /// The best line (least squares); where there are many, the one nearest to these weights.
    [[nodiscard]] LineWeights optimum(LineWeights nearTo = {}) const;

    [[nodiscard]] bool empty() const { return m_empty; }
    [[nodiscard]] double xMean() const { return m_xMean; }
    [[nodiscard]] double yMean() const { return m_yMean; }
    [[nodiscard]] double xVariance() const { return m_xVariance; }
    [[nodiscard]] double yVariance() const { return m_yVariance; }

private:
    bool m_empty = true;
    double m_xMean = 0;
    double m_yMean = 0;
    double m_xVariance = 0;
    double m_yVariance = 0;
    double m_slope = 0; ///< of the best line, where there is one
    double m_lowest = 0;
};

} // namespace protomind
