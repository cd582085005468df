// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/code_highlighter.h"

#include "desktop/style/laboratory_style.h"

namespace protomind {

namespace {

const QRegularExpression& keywords() {
    static const QRegularExpression all(
        QStringLiteral("\\b(?:__kernel|__global|__local|kernel|global|local|const|restrict|static|inline|"
                       "void|bool|float|int|"
                       "uint|ulong|long|uint2|uint4|float4|if|else|for|while|return|continue|break|barrier|"
                       "get_global_id|get_local_id|get_group_id|true|false)\\b"));
    return all;
}

/// Not those that are part of a name: r0.
const QRegularExpression& numbers() {
    static const QRegularExpression all(QStringLiteral(
        "(?<![\\w.])(?:0x[0-9A-Fa-f]+(?:p[+-]?\\d+)?|\\d+(?:\\.\\d*)?(?:e[+-]?\\d+)?)[fuUL]*\\b"));
    return all;
}

} // namespace

CodeColours CodeColours::of(const QPalette& palette) {
    // Where contrast is strong, nothing is told by colour alone.
    if (isStrong(palette)) {
        const QColor text = palette.color(QPalette::Text);
        return {text, text, text};
    }
    if (isDark(palette))
        return {QColor(0x7a, 0xb4, 0xff), QColor(0xf2, 0xb0, 0x66), QColor(0x8f, 0xc7, 0x94)};
    return {QColor(0x1a, 0x4f, 0xb4), QColor(0x9a, 0x4b, 0x00), QColor(0x2f, 0x6b, 0x37)};
}

CodeHighlighter::CodeHighlighter(QTextDocument* document, const QPalette& palette)
    : QSyntaxHighlighter(document)
    , m_colours(CodeColours::of(palette)) {}

void CodeHighlighter::setPalette(const QPalette& palette) {
    m_colours = CodeColours::of(palette);
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString& line) {
    const qsizetype comment = line.indexOf(QStringLiteral("//"));
    const qsizetype end = comment < 0 ? line.size() : comment;
    paint(line, keywords(), end, m_colours.keyword);
    paint(line, numbers(), end, m_colours.number);
    if (comment >= 0)
        setFormat(static_cast<int>(comment), static_cast<int>(line.size() - comment), m_colours.comment);
}

void CodeHighlighter::paint(const QString& line, const QRegularExpression& what, qsizetype end,
                            const QColor& colour) {
    for (const QRegularExpressionMatch& match : what.globalMatch(line)) {
        if (match.capturedStart() < end)
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                      colour);
    }
}

} // namespace protomind
