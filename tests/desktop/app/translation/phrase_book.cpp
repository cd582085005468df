// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/phrase_book.h"

#include <algorithm>

namespace protomind {

namespace {

/// Sentences within sentences within sentences.
constexpr int kDeepest = 4;
/// Phrases that say less than this, like "{} and {}", only count inside of others, unless they begin as
/// sentences and labels do: "Remove {:s}".
constexpr qsizetype kFewLetters = 8;

const QRegularExpression& hole() {
    static const QRegularExpression expression(QStringLiteral(R"(\{(\d*)(?::([^{}]*))?\})"));
    return expression;
}

/// What stands between holes: there a brace is written twice.
QString unescaped(QString between) {
    return between.replace(QLatin1String("{{"), QLatin1String("{"))
        .replace(QLatin1String("}}"), QLatin1String("}"));
}

} // namespace

PhraseBook::PhraseBook(std::span<const char* const> phrases, Translate translate)
    : m_translate(std::move(translate)) {
    for (const char* phrase : phrases) {
        const QString text = QString::fromUtf8(phrase);
        QString expression;
        qsizetype at = 0;
        qsizetype letters = 0;
        std::vector<bool> names;
        for (auto holes = hole().globalMatch(text); holes.hasNext();) {
            const auto match = holes.next();
            const QString between = unescaped(text.mid(at, match.capturedStart() - at));
            letters += between.size();
            names.push_back(match.captured(2) == QLatin1String("s"));
            expression += QRegularExpression::escape(between) +
                          (names.back() ? QStringLiteral("(.*?)") : QStringLiteral("(.+?)"));
            at = match.capturedEnd();
        }
        if (at == 0) {
            m_plain.insert(text, phrase);
            continue;
        }
        letters += text.size() - at;
        expression += QRegularExpression::escape(unescaped(text.mid(at)));
        m_patterns.push_back({phrase,
                              QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                 QRegularExpression::DotMatchesEverythingOption),
                              letters, letters >= kFewLetters || text[0].isUpper(), std::move(names)});
    }
    std::ranges::stable_sort(m_patterns, std::greater(), &Pattern::letters);
}

QString PhraseBook::translated(const QString& text) const {
    return lookedUp(text, 0);
}

QString PhraseBook::lookedUp(const QString& text, int depth) const {
    if (depth > kDeepest || text.isEmpty())
        return text;
    if (const QString result = whole(text, depth); !result.isNull())
        return result;
    // A sentence that goes on within another one begins small there.
    if (depth > 0 && text[0].isLower() && text.contains(QLatin1Char(' ')))
        if (const QString result = whole(text[0].toUpper() + text.mid(1), depth); !result.isNull())
            return result;
    // Sentences that were put together: the first one that is known, then the rest.
    for (qsizetype end = text.indexOf(QLatin1Char(' ')); end > 0;
         end = text.indexOf(QLatin1Char(' '), end + 1)) {
        const QChar before = text[end - 1];
        if (before != QLatin1Char('.') && before != QLatin1Char(':') && before != QLatin1Char('!'))
            continue;
        const QString first = whole(text.left(end), depth);
        const QString rest = lookedUp(text.mid(end + 1), depth + 1);
        if (!first.isNull())
            return first + QLatin1Char(' ') + rest;
        // "Dense 2: sentence"
        if (before == QLatin1Char(':') && rest != text.mid(end + 1))
            return text.left(end + 1) + rest;
    }
    return text;
}

QString PhraseBook::whole(const QString& text, int depth) const {
    if (const auto plain = m_plain.constFind(text); plain != m_plain.constEnd())
        return m_translate(*plain);
    for (const Pattern& pattern : m_patterns) {
        if (depth == 0 && !pattern.standsAlone)
            continue;
        const auto match = pattern.expression.match(text);
        if (match.hasMatch())
            return filled(pattern, match, depth);
    }
    return {};
}

QString PhraseBook::filled(const Pattern& pattern, const QRegularExpressionMatch& match, int depth) const {
    const QString translation = m_translate(pattern.phrase);
    QString result;
    qsizetype at = 0;
    int next = 1;
    for (auto holes = hole().globalMatch(translation); holes.hasNext();) {
        const auto one = holes.next();
        const int given = one.captured(1).toInt();
        const int number = given > 0 ? given : next++;
        const bool isName = number <= int(pattern.names.size()) && pattern.names[std::size_t(number - 1)];
        const QString filling = match.captured(number);
        result += unescaped(translation.mid(at, one.capturedStart() - at));
        result += isName ? filling : lookedUp(filling, depth + 1);
        at = one.capturedEnd();
    }
    return result + unescaped(translation.mid(at));
}

} // namespace protomind
