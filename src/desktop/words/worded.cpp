// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/worded.h"

#include "desktop/words/phrase_book.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cctype>
#include <vector>

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

/// The translation of a format, with what fills its places. Null where there is none.
QString translatedFormat(const std::string& format, const std::vector<QString>& filling) {
    const std::string translation = translatedPhrase(format.c_str()).toStdString();
    if (translation == format)
        return {};
    const std::vector<FormatPiece> pieces = piecesOf(translation);
    // A source's own numbers, from 0, say nothing here: its arguments are kept in the order of its places.
    const bool numbered = std::ranges::none_of(
        pieces, [](const FormatPiece& piece) { return piece.numbered && piece.argument == 0; });
    std::size_t next = 0;
    QString text;
    for (const FormatPiece& piece : pieces) {
        text += QString::fromStdString(piece.between);
        if (piece.argument < 0)
            continue;
        const std::size_t which = piece.numbered && numbered ? std::size_t(piece.argument) - 1 : next++;
        if (which < filling.size())
            text += filling[which];
    }
    return text;
}

/// A sentence that goes on within another one begins small there.
bool beginsSmall(const std::string& text) {
    return std::islower(static_cast<unsigned char>(text[0])) != 0 && text.contains(' ');
}

std::string withCapital(std::string text) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

QString wordedSentence(const Sentence& sentence, bool inside);

QString wordedFormat(const Sentence& sentence, bool inside) {
    std::vector<QString> filling;
    for (const Sentence& argument : sentence.arguments())
        filling.push_back(wordedSentence(argument, true));
    const std::string& format = sentence.format();
    if (const QString text = translatedFormat(format, filling); !text.isNull())
        return text;
    if (inside && beginsSmall(format))
        if (const QString text = translatedFormat(withCapital(format), filling); !text.isNull())
            return text;
    QString text;
    std::size_t next = 0;
    for (const FormatPiece& piece : piecesOf(format)) {
        text += QString::fromStdString(piece.between);
        if (piece.argument >= 0 && next < filling.size())
            text += filling[next++];
    }
    return text;
}

QString wordedSentence(const Sentence& sentence, bool inside) {
    switch (sentence.kind()) {
    case Sentence::Kind::Phrase: {
        const QString text = worded(sentence.text());
        if (inside && beginsSmall(sentence.text()) && text == QString::fromStdString(sentence.text()))
            if (const std::string capital = withCapital(sentence.text());
                worded(capital).toStdString() != capital)
                return worded(capital);
        return text;
    }
    case Sentence::Kind::Name:
        return QString::fromStdString(sentence.text());
    case Sentence::Kind::Format:
        return wordedFormat(sentence, inside);
    case Sentence::Kind::Row: {
        QString text;
        for (const Sentence& part : sentence.arguments()) {
            if (!text.isEmpty())
                text += QString::fromStdString(sentence.format());
            text += wordedSentence(part, inside);
        }
        return text;
    }
    }
    return {};
}

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

QString worded(const Sentence& sentence) {
    return wordedSentence(sentence, false);
}

QString worded(const Problem& problem) {
    const QString text = wordedWithoutPlace(problem);
    if (problem.where.empty())
        return text;
    // "line 3, column 4", but names of layers, which begin with a capital, stay.
    const QString where = QString::fromStdString(problem.where);
    return (where[0].isUpper() ? where : worded(problem.where)) + QStringLiteral(": ") + text;
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
