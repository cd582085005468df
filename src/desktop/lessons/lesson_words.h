// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;
class QWidget;

namespace protomind {

class FormulaPictures;
class MarkdownLabel;

/// How the words of a lesson become labels: with its folder's pictures, and with formulas.
struct LessonWords {
    const FormulaPictures* formulas = nullptr; ///< outlives the labels
    QString folder;

    [[nodiscard]] MarkdownLabel* label(const QString& markdown, QWidget* parent) const;
};

/// What a link of a lesson does, for the pointer that rests on it.
[[nodiscard]] QString linkWords(const QUrl& link);

} // namespace protomind
