// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/worded.h"

#include "desktop/words/phrase_book.h"

#include <QCoreApplication>
#include <QHash>

namespace protomind {

namespace {

QString translatedPhrase(const char* phrase) {
    return QCoreApplication::translate("protomind::Phrase", phrase);
}

constexpr const char* kAnyPhrase = "yes or no";

/// What was looked up before, in one language: drawings show the same sentences again after every edit.
struct Memory {
    QString language; ///< a phrase in it
    QHash<QString, QString> texts;
};

constexpr qsizetype kMostRemembered = 4096;

} // namespace

QString worded(const QString& text) {
    const QString language = translatedPhrase(kAnyPhrase);
    if (text.isEmpty() || language == QLatin1String(kAnyPhrase))
        return text;
    static thread_local Memory memory;
    if (memory.language != language || memory.texts.size() >= kMostRemembered)
        memory = {language, {}};
    if (const auto known = memory.texts.constFind(text); known != memory.texts.constEnd())
        return *known;
    // Translations are asked for at each use: this is only about which phrase it is.
    static const PhraseBook book(enginePhrases(), translatedPhrase);
    return memory.texts[text] = book.translated(text);
}

QString worded(const std::string& text) {
    return worded(QString::fromStdString(text));
}

QString worded(const Problem& problem) {
    const QString text = wordedWithoutPlace(problem);
    const QString where = QString::fromStdString(problem.where);
    if (where.isEmpty())
        return text;
    // "line 3, column 4", but names of layers, which begin with a capital, stay.
    return (where[0].isUpper() ? where : worded(where)) + QStringLiteral(": ") + text;
}

QString wordedWithoutPlace(const Problem& problem) {
    const QString text = worded(problem.sentence);
    return problem.remedy.empty() ? text : text + QLatin1Char(' ') + worded(problem.remedy);
}

QString wordedInside(const std::string& label) {
    const QString english = QString::fromStdString(label);
    QString text = worded(english);
    if (text == english && text.size() > 1 && text.at(1).isLower())
        text[0] = text.at(0).toLower();
    return text;
}

} // namespace protomind
