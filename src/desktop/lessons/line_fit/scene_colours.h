// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPalette>

class QPainter;

namespace protomind {

/// The line among the points, and its place in the landscape: they are the same thing.
[[nodiscard]] QColor fittedLineColour(const QPalette& palette);

/// Draws something that is seen on any ground: in a light tone with a dark edge.
void strokeOnAnyGround(QPainter& painter, const QPainterPath& path, double width);

/// A box with a sentence beside a place, all of it inside of the area.
void paintReading(QPainter& painter, const QPalette& palette, const QString& text, QPointF beside,
                  const QRectF& area);

} // namespace protomind
