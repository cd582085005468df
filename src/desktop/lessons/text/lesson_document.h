// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/lessons/text/formula_pictures.h"

#include <QFont>
#include <QPalette>
#include <QString>
#include <QTextDocument>
#include <QUrl>

#include <memory>

class QTextBlock;
class QTextCursor;

namespace protomind {

/// How a lesson's text is to look, and where its pictures lie.
struct LessonTextLook {
    QFont font;
    QPalette palette;
    QString folder; ///< of the lesson; empty: no pictures
};

/// A lesson's Markdown (GitHub's, without HTML) as a document: formulas and pictures in the line, links only
/// where they do something in the program. Whatever the Markdown says, nothing outside the folder is read.
[[nodiscard]] std::unique_ptr<QTextDocument>
makeLessonDocument(const QString& markdown, const LessonTextLook& look, const FormulaPictures& formulas);

/// Whether a paragraph is a line of a block of code.
[[nodiscard]] bool isLessonCode(const QTextBlock& block);

/// action:, highlight: or open:
[[nodiscard]] bool isLessonLink(const QUrl& url);

/// What is selected, as plain text: formulas as TeX between dollars, pictures as what is seen in them.
[[nodiscard]] QString plainLessonText(const QTextCursor& selection);
[[nodiscard]] QString plainLessonText(const QTextDocument& document);

} // namespace protomind
