// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// A number that tells how training goes, under the name that files and people know its series by:
/// "validation loss", "loss/detective".
struct Figure {
    std::string name;
    double value = 0;
    bool operator==(const Figure&) const = default;
};
/// In the order in which they are told, each name once.
using Figures = std::vector<Figure>;

inline constexpr const char* kLossFigure = "loss"; ///< of the data, without the penalty
inline constexpr const char* kAccuracyFigure = "accuracy";
inline constexpr const char* kValidationLossFigure = "validation loss";
inline constexpr const char* kValidationAccuracyFigure = "validation accuracy";
/// Of adversarial training: the share of the samples kept aside that stands an attack (heldOutAttack), 0
/// to 1.
inline constexpr const char* kRobustAccuracyFigure = "robust accuracy";
/// Of layers and large weights: what training adds to the loss.
inline constexpr const char* kPenaltyFigure = "penalty";

/// The value under a name; -1 where there is none: no figure is negative.
[[nodiscard]] double figureIn(const Figures& figures, std::string_view name);
/// One figure, or none where it is negative: not computed.
[[nodiscard]] Figures ifKnown(const char* name, double value);

/// A phase of a recipe tells at most so many besides loss, penalty and hits.
inline constexpr std::size_t kMostPhaseFigures = 6;

/// What is known of a figure of the epoch under way.
struct FigureSum {
    std::string name;
    double sum = 0; ///< over the samples
    std::int64_t samples = 0;
    bool operator==(const FigureSum&) const = default;
};

} // namespace protomind
