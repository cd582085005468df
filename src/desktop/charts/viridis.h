// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace protomind {

/// The colours of losses, from a dark violet for the lowest by green to yellow for the highest: even steps
/// look even, also to people who see colours differently and in grey (matplotlib's viridis by Smith and van
/// der Walt, 2015, through ten of its colours). share is cut to 0..1; what is not a number is grey.
[[nodiscard]] QRgb viridis(double share);

} // namespace protomind
