// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace protomind {

// Our own palettes for the window. Text keeps a contrast of at least 4.5 to 1 to what is behind it (WCAG 2.1,
// AA), in the last two of 7 to 1 (AAA).
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
/// White and yellow on black.
[[nodiscard]] QPalette highContrastPalette();
/// Black on white, for rooms with daylight and lamps that have seen better days.
[[nodiscard]] QPalette projectorPalette();

} // namespace protomind
