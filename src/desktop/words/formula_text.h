// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace protomind {

/// A TeX formula of the layer table as rich text: indices and powers raised and lowered, letters and signs in
/// place, fractions in a line. Enough for those formulas, not for all of TeX.
[[nodiscard]] QString formulaText(const std::string& tex);

} // namespace protomind
