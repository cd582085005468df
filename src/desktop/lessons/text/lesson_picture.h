// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

class QSvgRenderer;

namespace protomind {

/// A picture of a lesson, SVG or pixels. A drawing that uses "currentColor" is drawn in the colour of the
/// text; all others want paper under them where the text is light.
struct LessonPicture {
    QByteArray drawing; ///< SVG; empty: pixels
    QImage pixels;
    QSizeF size; ///< in pixels at 96 a inch
    [[nodiscard]] bool takesTextColour() const { return drawing.contains("currentColor"); }
};

/// Loads a picture that a lesson's text names. Nothing but files inside the lesson's folder is ever read, and
/// no drawing that itself reaches for files; none where there is no such picture, or one beyond all limits.
[[nodiscard]] std::optional<LessonPicture> loadLessonPicture(const QString& folder, const QString& name);

} // namespace protomind
