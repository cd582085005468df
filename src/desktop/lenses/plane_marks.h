// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_plane.h"

#include <QColor>

class QPainter;
class QPalette;
class QPixmap;

namespace protomind {

class PlotAxes;

/// A colour of classes as that of a line: as it is where it stands out of the ground, else nearer to the
/// colour of text.
[[nodiscard]] QColor planeLineColour(int colour, const QPalette& palette);

/// The marks of a layer where the axes have them, cut at their area; marks that aren't numbers are left out.
/// Thousands of points take a few milliseconds.
void paintPlaneLayer(QPainter& painter, const PlotAxes& axes, const PlaneLayer& layer,
                     const QPalette& palette);

/// What a layer's marks look like, for its switch; side in pixels of the screen's scale.
[[nodiscard]] QPixmap planeLayerPixmap(const PlaneLayer& layer, int side, double devicePixelRatio,
                                       const QPalette& palette);

} // namespace protomind
