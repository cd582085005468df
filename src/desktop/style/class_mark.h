// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

class QPainter;
class QPalette;
class QPixmap;

namespace protomind {

/// The shape that stands for a class beside its colour, for eyes that can't tell the colours apart: ten of
/// about the same area, about the origin, no point farther than 1.25 from it.
[[nodiscard]] const QPainterPath& classMark(int index);

/// A class's mark in its colour. The outline is of the palette's text, so that it stands out of every ground.
void paintClassMark(QPainter& painter, QPointF centre, double radius, int index, const QPalette& palette);

/// The same alone, for a button or a list; side in pixels of the screen's scale.
[[nodiscard]] QPixmap classPixmap(int index, int side, double devicePixelRatio, const QPalette& palette);

/// The ground of a bar of a class: its colour, with the outline of its marks.
void paintClassBar(QPainter& painter, const QRectF& bar, int index, const QPalette& palette);

} // namespace protomind
