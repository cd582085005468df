// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/pseudo_translator.h"

#include <QRegularExpression>

#include <algorithm>

namespace protomind {

namespace {

constexpr char16_t kPlain[] = u"aceginosuyACEGINOSUYdlrtzDLRTZ";
constexpr char16_t kAccented[] = u"åçéğîñöšûýÅÇÉĞÎÑÖŠÛÝďľřťžĎĽŘŤŽ";
static_assert(std::size(kPlain) == std::size(kAccented));

QString accented(const QString& text) {
    QString result = text;
    for (QChar& letter : result) {
        const auto* found = std::ranges::find(kPlain, letter.unicode());
        if (found != std::end(kPlain) && *found != 0)
            letter = QChar(kAccented[found - std::begin(kPlain)]);
    }
    return result;
}

} // namespace

QString PseudoTranslator::pseudo(const QString& text) {
    if (text.trimmed().isEmpty())
        return text;
    static const QRegularExpression kept(
        QStringLiteral(R"(%L?\d+|%n|%%|<[^<>]*>|&[a-z#0-9]+;|\{[^{}]*\}|\\n|\(\*[^)]*\))"));
    QString result;
    qsizetype at = 0;
    qsizetype letters = 0;
    for (auto matches = kept.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        result += accented(text.mid(at, match.capturedStart() - at)) + match.captured();
        letters += match.capturedStart() - at;
        at = match.capturedEnd();
    }
    result += accented(text.mid(at));
    letters += text.size() - at;
    // Short texts grow most: that is so in every language.
    const qsizetype more = letters < 10 ? std::max<qsizetype>(1, letters / 2) : letters / 3;
    QString filler;
    for (qsizetype i = 0; i < more; ++i)
        filler += i % 6 == 0 ? QLatin1Char(' ') : QChar(u'·');
    const QString end = filler.size() > 1 ? filler + QLatin1Char(']') : QStringLiteral("]");
    // A rich text stays one: its first sign is what Qt looks at.
    if (result.startsWith(QLatin1Char('<')))
        return result + end;
    return QLatin1Char('[') + result + end;
}

QString PseudoTranslator::translate(const char*, const char* source, const char*, int) const {
    return pseudo(QString::fromUtf8(source));
}

} // namespace protomind
