// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

namespace protomind {

/// Steps as they would be written on paper, in plain characters: "z = 0.41 × −0.03 + … (780 more: 0.2) + 0.12
/// = 0.37".
[[nodiscard]] Sentence equationOf(const LensStep& step);

/// A number as it stands there: four digits, with a true minus.
[[nodiscard]] std::string workedNumber(double value);

} // namespace protomind
