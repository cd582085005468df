// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace protomind {

/// The colours of code on the ground of text: each reads well in light and in dark.
struct CodeColours {
    QColor keyword;
    QColor number;
    QColor comment;

    [[nodiscard]] static CodeColours of(const QPalette& palette);
};

/// Colours OpenCL C as the kernels are written: words of the language, numbers, and comments up to the end of
/// a line.
class CodeHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    CodeHighlighter(QTextDocument* document, const QPalette& palette);

    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& line) override;

private:
    void paint(const QString& line, const QRegularExpression& what, qsizetype end, const QColor& colour);

    CodeColours m_colours;
};

} // namespace protomind
