// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace protomind {

/// CIELAB of the 2 degree observer under D65.
struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

/// Eyes that see all colours, and those without the cones for long or for middle wavelengths.
enum class Eyes { Normal, Protan, Deutan };

/// How an sRGB colour looks: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation
/// of color vision deficiency" (2009), severity 1, in linear RGB.
[[nodiscard]] Lab seenBy(Eyes eyes, const QColor& colour);

/// CIEDE2000: Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005), eq. 2 to 22.
[[nodiscard]] double colourDifference(const Lab& a, const Lab& b);

} // namespace protomind
