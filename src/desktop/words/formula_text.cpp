// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/words/formula_text.h"

#include <array>
#include <string_view>

namespace protomind {

namespace {

struct Word {
    std::string_view tex;
    const char16_t* text;
};

constexpr std::array kFormulaWords{
    Word{"sum", u"∑"},        Word{"alpha", u"α"},  Word{"beta", u"β"},      Word{"gamma", u"γ"},
    Word{"epsilon", u"ε"},    Word{"mu", u"μ"},     Word{"sigma", u"σ"},     Word{"lambda", u"λ"},
    Word{"eta", u"η"},        Word{"cdot", u"·"},   Word{"times", u"×"},     Word{"max", u"max"},
    Word{"min", u"min"},      Word{"exp", u"exp"},  Word{"log", u"log"},     Word{"tanh", u"tanh "},
    Word{"ge", u"≥"},         Word{"le", u"≤"},     Word{"ne", u"≠"},        Word{"in", u"∈"},
    Word{"quad", u"   "},     Word{"ldots", u"…"},  Word{"dots", u"…"},      Word{"infty", u"∞"},
    Word{"to", u"→"},         Word{"mapsto", u"↦"}, Word{"big", u""},        Word{"Big", u""},
    Word{"bigl", u""},        Word{"bigr", u""},    Word{"left", u""},       Word{"right", u""},
    Word{"bar", u"mean "},    Word{"hat", u""},     Word{"mathrm", u""},     Word{"operatorname", u""},
    Word{"varepsilon", u"ε"}, Word{"cdots", u"⋯"},  Word{"prod", u"∏"},      Word{"pm", u"±"},
    Word{"odot", u"⊙"},       Word{"sim", u"∼"},    Word{"top", u"⊤"},       Word{"mathcal", u""},
    Word{"lfloor", u"⌊"},     Word{"rfloor", u"⌋"}, Word{"leftarrow", u"←"}, Word{"rightarrow", u"→"},
    Word{"partial", u"∂"},
};

/// Reads a formula from left to right; groups by recursion.
class Reader {
public:
    explicit Reader(std::string_view tex)
        : m_rest(QString::fromUtf8(tex.data(), qsizetype(tex.size()))) {}

    QString all() {
        QString html;
        while (!atEnd())
            html += peek() == QLatin1Char('}') ? (skip(), QString()) : piece();
        return html;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_rest.size(); }
    [[nodiscard]] QChar peek() const { return m_rest.at(m_at); }
    void skip() { ++m_at; }

    QString until(QChar end) {
        QString html;
        while (!atEnd() && peek() != end)
            html += piece();
        if (!atEnd())
            skip();
        return html;
    }

    /// What a command or an index takes: a group in braces, or a single piece.
    QString argument() {
        while (!atEnd() && peek().isSpace())
            skip();
        if (atEnd())
            return {};
        if (peek() != QLatin1Char('{'))
            return piece();
        skip();
        return until(QLatin1Char('}'));
    }

    QString piece() {
        const QChar c = peek();
        skip();
        if (c == QLatin1Char('\\'))
            return command();
        if (c == QLatin1Char('{'))
            return until(QLatin1Char('}'));
        if (c == QLatin1Char('_'))
            return QStringLiteral("<sub>%1</sub>").arg(argument());
        if (c == QLatin1Char('^'))
            return QStringLiteral("<sup>%1</sup>").arg(argument());
        if (c == QLatin1Char('-'))
            return QStringLiteral("−");
        if (c.isSpace())
            return QStringLiteral(" ");
        if (c.isLetter())
            return QStringLiteral("<i>%1</i>").arg(c);
        return QString(c).toHtmlEscaped();
    }

    QString command() {
        if (atEnd())
            return {};
        if (!peek().isLetter()) {
            const QChar c = peek();
            skip();
            return QStringLiteral(",;: ").contains(c) ? QStringLiteral("\u2009")
                                                      : QString(c == QLatin1Char('!') ? QChar() : c);
        }
        QString name;
        while (!atEnd() && peek().isLetter()) {
            name += peek();
            skip();
        }
        if (name == QLatin1String("frac") || name == QLatin1String("tfrac"))
            return fraction();
        if (name == QLatin1String("sqrt"))
            return QStringLiteral("√") + bracketed(argument());
        if (name == QLatin1String("text") || name == QLatin1String("mathrm") ||
            name == QLatin1String("operatorname"))
            return plainArgument();
        for (const Word& word : kFormulaWords) {
            if (name == QLatin1String(word.tex.data(), qsizetype(word.tex.size())))
                return QString::fromUtf16(word.text);
        }
        return name;
    }

    QString fraction() {
        const QString above = argument();
        const QString below = argument();
        return bracketed(above) + QStringLiteral("\u2009/\u2009") + bracketed(below);
    }

    static QString bracketed(const QString& html) {
        QString bare = html;
        bare.remove(QStringLiteral("<i>")).remove(QStringLiteral("</i>"));
        return bare.size() <= 2 ? html : QStringLiteral("(%1)").arg(html);
    }

    QString plainArgument() {
        QString html = argument();
        return html.remove(QStringLiteral("<i>")).remove(QStringLiteral("</i>"));
    }

    QString m_rest;
    qsizetype m_at = 0;
};

} // namespace

QString formulaText(const std::string& tex) {
    return Reader(tex).all();
}

} // namespace protomind
