// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/worded.h"

#include "desktop/words/phrase_book.h"

#include <QCoreApplication>

namespace protomind {

namespace {

QString translatedPhrase(const char* phrase) {
    return QCoreApplication::translate("protomind::Phrase", phrase);
}

/// Whether the window speaks another language than the engine.
bool isTranslated() {
    constexpr const char* kAnyPhrase = "yes or no";
    return translatedPhrase(kAnyPhrase) != QLatin1String(kAnyPhrase);
}

} // namespace

QString worded(const QString& text) {
    if (text.isEmpty() || !isTranslated())
        return text;
    // Translations are asked for at each use: this is only about which phrase it is.
    static const PhraseBook book(enginePhrases(), translatedPhrase);
    return book.translated(text);
}

QString worded(const std::string& text) {
    return worded(QString::fromStdString(text));
}

QString worded(const Problem& problem) {
    QString text = worded(problem.sentence);
    if (!problem.where.empty())
        text = worded(problem.where) + QStringLiteral(": ") + text;
    if (!problem.remedy.empty())
        text += QLatin1Char(' ') + worded(problem.remedy);
    return text;
}

} // namespace protomind
