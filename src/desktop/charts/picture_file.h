// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace protomind {

/// Asks for the name of a file to write: suggested name and filter in, empty for "never mind" out.
using AskForFile = std::function<QString(const QString& suggested, const QString& filter)>;

/// Paints something into a rectangle of this size at the origin.
using PaintPicture = std::function<void(QPainter& painter)>;

// Each writes the whole file or leaves what was there, and says whether it could.

/// At twice the size, so that it is sharp in print and on dense screens.
[[nodiscard]] bool writePng(const QString& path, QSize size, const QColor& ground, const PaintPicture& paint);
[[nodiscard]] bool writeSvg(const QString& path, QSize size, const QString& title, const PaintPicture& paint);
[[nodiscard]] bool writeText(const QString& path, const QString& text);

} // namespace protomind
