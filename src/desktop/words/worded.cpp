// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/worded.h"

#include "desktop/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace protomind {

namespace {

QString translatedPhrase(const char* phrase) {
    return QCoreApplication::translate("protomind::Phrase", phrase);
}

bool isListed(const std::string& text) {
    static const std::unordered_set<std::string_view> listed = [] {
        const std::vector<const char*> all = enginePhrases();
        return std::unordered_set<std::string_view>(all.begin(), all.end());
    }();
    return listed.contains(text);
}

/// Null where it is not listed.
QString translatedIfListed(const std::string& text) {
    return isListed(text) ? translatedPhrase(text.c_str()) : QString();
}

/// The translation of a format, with what fills its places. Null where there is none.
QString translatedFormat(const std::string& format, const std::vector<QString>& filling) {
    const std::string translation = translatedIfListed(format).toStdString();
    if (translation.empty() || translation == format)
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
    case Sentence::Kind::Phrase:
        return inside && beginsSmall(sentence.text()) && !isListed(sentence.text()) &&
                       isListed(withCapital(sentence.text()))
                   ? worded(withCapital(sentence.text()))
                   : worded(sentence.text());
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
    return worded(text.toStdString());
}

QString worded(const std::string& text) {
    const QString translated = translatedIfListed(text);
    return translated.isNull() ? QString::fromStdString(text) : translated;
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
