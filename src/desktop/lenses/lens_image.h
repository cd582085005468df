// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_result.h"

#include <QImage>
#include <QPalette>
#include <QString>

class QPainter;

namespace protomind {

/// A picture of a lens, a pixel a number: grey or coloured as it is, viridis from low to high, or blue and
/// orange about the neutral number. What is not a number is told apart from all of these.
[[nodiscard]] QImage imageOf(const LensPicture& picture, const QPalette& palette);

/// The number, or the three, at a pixel: "0.731"; of colours "0.2, 0.4, 0.1".
[[nodiscard]] QString valueAt(const LensPicture& picture, int x, int y);

/// A bar with all colours that pictures like this one can have, and the numbers at its ends (and where two
/// colours meet) below it, in the painter's font.
void paintLegend(QPainter& painter, const QRectF& area, const LensPicture& picture, const QPalette& palette);

} // namespace protomind
