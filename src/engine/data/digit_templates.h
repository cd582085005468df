// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace protomind {

/// A point the pen goes through, in units of the digit's height: x to the right, y down, top 0, bottom 1. The
/// pen's way is smooth there unless it is a corner.
struct PenPoint {
    float x = 0;
    float y = 0;
    bool corner = false;
};

using PenStroke = std::vector<PenPoint>;

/// One way in which people write a digit.
struct DigitTemplate {
    int digit = 0;
    float share = 1; ///< how often, among the digit's templates, up to a common factor
    std::vector<PenStroke> strokes;
};

inline constexpr int kDigitCount = 10;

[[nodiscard]] std::span<const DigitTemplate> templatesOf(int digit);

} // namespace protomind
