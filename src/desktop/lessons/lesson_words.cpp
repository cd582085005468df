// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/lesson_words.h"

#include "desktop/lessons/text/markdown_label.h"

#include <QCoreApplication>
#include <QUrl>

namespace protomind {

MarkdownLabel* LessonWords::label(const QString& markdown, QWidget* parent) const {
    auto* made = new MarkdownLabel(*formulas, parent);
    made->setLinkWords(linkWords);
    made->showMarkdown(markdown, folder);
    return made;
}

QString linkWords(const QUrl& link) {
    if (link.scheme() == QLatin1String("highlight"))
        return QCoreApplication::translate("protomind::LessonWords", "Show where this is");
    if (link.scheme() == QLatin1String("action"))
        return QCoreApplication::translate("protomind::LessonWords", "Do this");
    if (link.path().startsWith(QLatin1String("lesson/")))
        return QCoreApplication::translate("protomind::LessonWords", "Go to this lesson");
    return QCoreApplication::translate("protomind::LessonWords", "Go there");
}

} // namespace protomind
